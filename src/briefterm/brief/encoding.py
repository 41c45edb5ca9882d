"""From a file's bytes to text: UTF-8, or UTF-16 and UTF-32 with a byte-order mark."""

import codecs

LARGEST = 1024 * 1024  # bytes of one file: some 170,000 words
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = "this looks like UTF-16 or UTF-32 without a byte-order mark; save the file as UTF-8"


class NotTextError(ValueError):
    """The bytes are no text we read. `offset` counts bytes from 0; `line` and `column` count from 1."""

    def __init__(self, message: str, offset: int, line: int, column: int) -> None:
        super().__init__(message)
        self.offset = offset
        self.line = line
        self.column = column


def decode(data: bytes) -> str:
    """Return the text in `data`, without its byte-order mark, or raise NotTextError naming the first bad byte."""
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    if not mark and _looks_wide(data):
        raise NotTextError(_WIDE, data.index(0), 1, 1)
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = error.start + len(mark)
        before = data[len(mark) : offset].decode(encoding, "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise NotTextError(_explain(data, offset, encoding), offset, line, column) from None


def _explain(data: bytes, offset: int, encoding: str) -> str:
    found = f"byte 0x{data[offset]:02X} at offset {offset} is not {encoding.upper()}"
    if encoding == "utf-8":
        return f"{found}; save the file as UTF-8 (in an older encoding such as Latin-1, accents break)"
    return f"{found}; save the file as UTF-8"


def _looks_wide(data: bytes) -> bool:
    start = data[:64]
    return len(start) > 3 and start.count(0) * 3 >= len(start)
