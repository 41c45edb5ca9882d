"""Encodings: those that are read, and those that are refused by the place of the first bad byte."""

import codecs

from tests.hostile.case import Cases, opens, refused, silent

_TEXT = "title: Kovačevski 岸田\nplace: São Tomé\n"


def cases() -> Cases:
    """Yield every encoding with and without a mark, whole, cut and broken."""
    for name, encoding, mark in (
        ("utf-8", "utf-8", b""), ("utf-8-mark", "utf-8", codecs.BOM_UTF8),
        ("utf-16-le-mark", "utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be-mark", "utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le-mark", "utf-32-le", codecs.BOM_UTF32_LE), ("utf-32-be-mark", "utf-32-be", codecs.BOM_UTF32_BE),
    ):  # fmt: skip
        yield silent(name, "read as it is", mark + _TEXT.encode(encoding), "Kovačevski 岸田", "São Tomé")
        if encoding != "utf-8":
            cut = mark + _TEXT.encode(encoding)[:-1]
            yield refused(f"{name}-cut", "a byte short", cut, f"is not {encoding.upper()}; save the file as UTF-8")
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        yield refused(
            f"{encoding}-bare",
            "without its mark",
            "title: T\nplace: Delhi\n".encode(encoding),
            "1:1: error: yaml: this looks like UTF-16",
        )
    for encoding in ("latin-1", "cp1252", "iso8859-15", "mac-roman", "cp850"):
        yield refused(
            encoding, "an older encoding", "title: T\nplace: café\n".encode(encoding), "2:11: error: yaml: byte 0x"
        )
    for encoding in ("cp1251", "koi8-r", "gb18030", "shift_jis", "euc-kr", "big5", "cp1256"):
        text = {"cp1251": "Лавров", "koi8-r": "Лавров", "cp1256": "سامح", "euc-kr": "박진"}.get(encoding, "岸田")
        yield refused(
            encoding, "an older encoding", f"title: T\nplace: {text}\n".encode(encoding), "error: yaml: byte 0x"
        )
    yield refused("utf-7", "an encoding that hides markup", b"title: T\n+ADw-script+AD4-\n", "error: yaml:")
    for name, bad in (
        ("continuation", b"\x80"), ("overlong", b"\xc0\xaf"), ("overlong-nul", b"\xc0\x80"), ("cut", b"\xe5\xb2"),
        ("surrogate", b"\xed\xa0\x80"), ("cesu", b"\xed\xa0\xbd\xed\xb8\x80"), ("too-high", b"\xf4\x90\x80\x80"),
        ("five-bytes", b"\xf8\x88\x80\x80\x80"), ("fe", b"\xfe"), ("ff", b"\xff"),
    ):  # fmt: skip
        yield refused(
            f"invalid-{name}",
            "bytes that are no UTF-8",
            b"title: T\nplace: " + bad + b"x\n",
            "2:8: error: yaml: byte 0x",
        )
    yield refused(
        "late",
        "a bad byte far down",
        b"title: T\n" + b"# x\n" * 5000 + b"place: \xff\n",
        "5002:8: error: yaml: byte 0xFF at offset 20016",
    )
    yield refused(
        "utf-16-surrogate", "half a pair in UTF-16", codecs.BOM_UTF16_LE + b"t\0:\0 \0\x00\xd8x\0", "is not UTF-16-LE"
    )
    yield refused("utf-32-high", "beyond Unicode in UTF-32", codecs.BOM_UTF32_LE + b"\0\0\x11\0", "is not UTF-32-LE")
    yield opens("two-marks", "a second mark", codecs.BOM_UTF8 * 2 + b"title: T\n")
    yield opens("mark-inside", "a mark in a text", "title: a\ufeffb\n")
    yield silent("crlf", "lines of Windows", b"title: T\r\nplace: Delhi\r\n", "T", "Delhi")
    yield silent("cr", "lines of old Macs", b"title: T\rplace: Delhi\r", "T", "Delhi")
    yield opens("nel", "lines ended by NEL", "title: T\x85place: Delhi\x85", shows=["T", "Delhi"])
    yield opens("ls", "lines ended by LS", "title: T\u2028place: Delhi\u2028", shows=["T", "Delhi"])
