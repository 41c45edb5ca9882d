"""Text from strangers, made safe to show.

A brief's text may hold anything that YAML can escape: terminal control sequences, characters that reverse the
reading order, invisible ones that carry a second message. Each becomes a visible stand-in here, once, when the
model is built, so that nothing after this module has to think of it. Joiners (ZWJ, ZWNJ) and direction marks
(LRM, RLM, ALM) stay: Indic scripts, Persian and Hebrew are written with them.
"""

import re

STAND_IN = "\N{REPLACEMENT CHARACTER}"

_KEPT_FORMATS = "\u200c\u200d\u200e\u200f\u061c"
_BLANK = "\u2800\ufe00-\ufe0f"  # the empty braille pattern and the selectors of a form that stands before them
_LINE_BREAKS = "\x85\u2028\u2029"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
)
_SELECTORS = "\U000e0100-\U000e01ef"  # of rare ideographs
_NO_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_CONTROLS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0, DEL, C1, but for tabs and line breaks
    "\u202a-\u202e\u2065-\u206f"  # bidi embeddings, overrides, isolates and deprecated formats
    "\ufff0-\ufffb\ufdd0-\ufdef"  # interlinear and not characters
    "\ud800-\udfff"  # surrogates by escape
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff" + _NO_CHARACTERS  # tags
)
_CONTROL = re.compile(f"[{_CONTROLS}]")
_UNSAFE = re.compile(f"[\t\r{_LINE_BREAKS}{_INVISIBLE}{_SELECTORS}{_CONTROLS}]+")
_SEEN = re.compile(rf"[^\s{_KEPT_FORMATS}{_BLANK}]")
_CRLF = re.compile(r"\r\n?")


def _stand_in(char: str) -> str:
    code = ord(char)
    if char == "\t":
        return "    "
    if char in _LINE_BREAKS:
        return "\n"
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    return STAND_IN if _CONTROL.match(char) else ""


def safe_text(text: str) -> str:
    """Return `text` with every unsafe character replaced; line feeds stay, tabs become four spaces.

    C0 controls and DEL become their control pictures (`␛`); C1 controls, bidi overrides and isolates, tag
    characters and lone surrogates become U+FFFD; characters that show nothing and mean nothing are dropped.
    """
    if text.isascii() and text.isprintable():
        return text
    if "\r" in text:
        text = _CRLF.sub(lambda found: "\n" if len(found.group()) == 2 else "\r", text)
    if not _UNSAFE.search(text):
        return text
    return text.translate({ord(char): _stand_in(char) for char in set(text) if _UNSAFE.match(char)})


def safe_line(text: str) -> str:
    """Return `text` safe and on one line: runs of white space, line feeds included, become one space.

    Where nothing of it can be seen, joiners and direction marks alone, it is empty.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    line = " ".join(safe_text(text).split())
    return line if _SEEN.search(line) else ""


def safe_json(written: str) -> str:
    """Return JSON on one line with the unsafe characters in its strings as escapes, which mean the same.

    Lone surrogates, which stand for the undecodable bytes of a file name, become question marks: few readers of JSON
    take them.
    """
    return _UNSAFE.sub(_escaped, written.encode("utf-8", "replace").decode())


def _escaped(match: re.Match[str]) -> str:
    import json

    return json.dumps(match.group())[1:-1]


def control_in(text: str) -> str:
    """Return the first character of `text` that is shown as a stand-in, or an empty text."""
    found = _CONTROL.search(text)
    return found.group() if found else ""


def shorten(text: str, limit: int = 60) -> str:
    """Return `text` on one line, cut to at most `limit` characters with an ellipsis, fit to quote in a message."""
    line = safe_line(text[: limit * 4])
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
