"""Markdown that costs far more than its bytes, and links that lead where nobody should go."""

import json
from collections.abc import Callable

from tests.hostile.case import Case, Cases

_COSTLY: tuple[tuple[str, str, Callable[[], str]], ...] = (
    ("links", "10,000 links", lambda: "[a](http://b/c) " * 10_000),
    ("few-links", "as many as are set as links", lambda: "[a](http://b/c) " * 3_000),
    ("quotes", "1,000 nested quotes", lambda: ">" * 1_000 + " a"),
    ("quoted-lines", "100 lines of them", lambda: (">" * 1_000 + " a\n") * 100),
    ("lists", "1,000 nested lists", lambda: "".join("  " * n + "- a\n" for n in range(450))),
    ("lists-on-a-line", "10,000 lists on a line", lambda: "- " * 10_000 + "a"),
    ("items", "100,000 items", lambda: "- a\n" * 100_000),
    ("brackets", "open brackets", lambda: "[" * 100_000),
    ("few-brackets", "as many as are parsed", lambda: "[" * 9_000),
    ("images", "open images", lambda: "![" * 50_000),
    ("few-images", "as many as are parsed", lambda: "![" * 4_900),
    ("nested-links", "links in links", lambda: "[a](" * 9_000),
    ("nested-brackets", "brackets in brackets", lambda: "[" * 4_900 + "]" * 4_900),
    ("parentheses", "an address of parentheses", lambda: "[a](" + "(" * 100_000),
    ("stars", "emphasis never closed", lambda: "*a " * 100_000),
    ("few-stars", "as many as are parsed", lambda: "**a *b " * 3_200),
    ("underscores", "underscores", lambda: "a_ " * 9_000),
    ("backticks", "runs of every length", lambda: "".join("`" * n + " " for n in range(1, 140))),
    ("entities", "entities never closed", lambda: "&#x;" * 9_000),
    ("angles", "tags never closed", lambda: "<a " * 9_000),
    ("comments", "comments never closed", lambda: "<!-- " * 9_000),
    ("cdata", "CDATA never closed", lambda: "<![CDATA[" * 4_900),
    ("strikes", "strikes", lambda: "~~a " * 4_900),
    ("rules", "rules", lambda: "***\n" * 3_300),
    ("fences", "fences", lambda: "```\n" * 3_300),
    ("headings", "headings", lambda: "# a\n\n" * 9_000),
    ("paragraphs", "paragraphs", lambda: "a\n\n" * 60_000),
    ("lazy", "lazy lines of a quote", lambda: ">a\nb\n" * 9_000),
    ("definitions", "definitions", lambda: "".join(f"[a{n}]: x\n" for n in range(4_900))),
    ("long-definition", "a long address used often", lambda: "[a]: " + "x" * 90_000 + "\n\n" + "[a] " * 4_900),
    (
        "wide-table",
        "a table of 5,000 columns",
        lambda: "|" + "a|" * 5_000 + "\n|" + "-|" * 5_000 + "\n" + "|b|\n" * 5_000,
    ),
    ("long-table", "a table of 3,000 rows", lambda: "|a|b|\n|-|-|\n" + "|a|b|\n" * 3_000),
    ("word", "a word of 500,000 letters", lambda: "*a* " + "a" * 500_000),
    ("lines", "a paragraph of 100,000 lines", lambda: "*a*\n" + "b\n" * 100_000),
    ("backslashes", "backslashes", lambda: "\\" * 9_000),
    ("number", "an item's number of 20 digits", lambda: "12345678901234567890. a\n\n123456789. b"),
)
_LINKS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd",
    "\\\\host\\share",
    "http://xn--80ak6aa92e.com", "http://user:pass@x", "//x", "#x", "mailto:x?bcc=y", "tel:*21*123#", "x-man-page:ls",
    "http://x/%1b%5d0;owned%07", "http://x/%E2%80%AEx", "http://x/&#27;]0;x", "http://x/&#x9b;31m",
    "http://x/&#8238;x", "&Tab;x",
)  # fmt: skip


def cases() -> Cases:
    """Yield each in a field of prose."""
    for name, why, text in _COSTLY:
        yield Case(name, why, lambda text=text: f"title: T\nbackground: {json.dumps(text())}\n".encode())  # type: ignore[misc]
    for number, address in enumerate(_LINKS):
        for form in (
            f"[a]({address})",
            f"[a](<{address}>)",
            f"<{address}>",
            f"![a]({address})",
            f"[a][b]\n\n[b]: {address}",
        ):
            name = f"link-{number}-{'-'.join(str(ord(char)) for char in form[:2])}-{len(form)}"
            yield Case(name, f"a link to {address}", f"title: T\nsummary: {json.dumps(form)}\n".encode())
    for entity in (
        "&#27;",
        "&#x1b;",
        "&#155;",
        "&#x202e;",
        "&#0;",
        "&#xfeff;",
        "&#xe0041;",
        "&#13;",
        "&NewLine;",
        "&#xd800;",
        "&ZeroWidthSpace;",
    ):
        prose = f"a {entity}]0;owned b `{entity}` [{entity}](x '{entity}') ![{entity}](x)\n\n    {entity}\n"
        yield Case(
            f"entity-{entity[1:-1].strip('#')}",
            "a control character by entity",
            f"title: T\nsummary: {json.dumps(prose)}\n".encode(),
        )
