"""A brief in which every text tries to be more than text."""

from briefterm.brief.model import Brief
from tests.support import brief_of

ATTACK = '<script>alert(1)</script> "&quot;" {nb} =cmd|x ;, \\n \\\\ https://evil.example/a?b=c&d'
PROSE = (
    "<img src=x onerror=alert(1)> <script>alert(1)</script> [go](javascript:alert(1)) [out](https://evil.example) "
    "![pic](https://evil.example/p.png) &lt;b&gt; {nb}"
)


def hostile() -> Brief:
    """Return the brief; control characters come in by YAML's escapes."""
    line = ATTACK.replace("\\", "\\\\").replace('"', '\\"')
    prose = PROSE.replace('"', '\\"')
    return brief_of(
        f"""\
id: ../../etc/passwd
title: "T {line} \\e[31m \\u202e"
marking: "TLP:RED {line}"
as_of: 2023-11-08
version: "</style>"
date: 2023-11-10
language: '"><script>'
place: "{line}"
summary: "{prose}"
background: "{prose}"
tags: ["{line}"]
officials:
  - {{id: a, name: "{line}", title: "{line}", org: "{line}", aliases: ["{line}"], bio: "{prose}"}}
agenda:
  - {{topic: "{line}", ask: "{line}", points: ["{line}"], who: ["{line}"], note: "{prose}", sources: ["{line}", s]}}
timeline:
  - {{date: 2023-11-10T09:00, event: "{line}", place: "{line}", note: "{prose}"}}
sections: {{"{line}": "{prose}"}}
sources:
  - {{id: s, name: "{line}", url: "javascript:alert(1)", quote: "{prose}"}}
x-own: "{line}"
"""
    )
