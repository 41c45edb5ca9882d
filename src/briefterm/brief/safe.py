"""Text from strangers, made safe to show.

A brief's text may hold anything that YAML can escape: terminal control sequences, characters that reverse the
reading order, invisible ones that carry a second message. Each becomes a visible stand-in here, once, when the
model is built, so that nothing after this module has to think of it. Joiners (ZWJ, ZWNJ) and direction marks
(LRM, RLM, ALM) stay: Indic scripts, Persian and Hebrew are written with them.
"""

import re

STAND_IN = "\N{REPLACEMENT CHARACTER}"

_KEPT_FORMATS = "\u200c\u200d\u200e\u200f\u061c"
_LINE_BREAKS = "\x85\u2028\u2029"
_INVISIBLE = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0"
_UNSAFE = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\u202a-\u202e\u2066-\u206f"  # bidi embeddings, overrides, isolates and deprecated formats
    "\u2028\u2029\ufff0-\ufffb\ufffe\uffff"  # separators, interlinear and not characters
    "\ud800-\udfff"  # surrogates by escape
    "\U000e0000-\U000e0fff" + _INVISIBLE + "]"  # tags, and the variation selectors of rare ideographs
)
_CRLF = re.compile(r"\r\n?")


def _stand_in(match: re.Match[str]) -> str:
    char = match.group()
    code = ord(char)
    if char == "\t":
        return "    "
    if char in _LINE_BREAKS:
        return "\n"
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    if char in _INVISIBLE or 0xE0100 <= code <= 0xE01EF:
        return ""
    return STAND_IN


def safe_text(text: str) -> str:
    """Return `text` with every unsafe character replaced; line feeds stay, tabs become four spaces.

    C0 controls and DEL become their control pictures (`␛`); C1 controls, bidi overrides and isolates, tag
    characters and lone surrogates become U+FFFD; characters that show nothing and mean nothing are dropped.
    """
    if text.isprintable():
        return text
    if "\r" in text:
        text = _CRLF.sub(lambda found: "\n" if len(found.group()) == 2 else "\r", text)
    return _UNSAFE.sub(_stand_in, text)


def safe_line(text: str) -> str:
    """Return `text` safe and on one line: runs of white space, line feeds included, become one space."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(safe_text(text).split())


def shorten(text: str, limit: int = 60) -> str:
    """Return `text` on one line, cut to at most `limit` characters with an ellipsis, fit to quote in a message."""
    line = safe_line(text[: limit * 4])
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
