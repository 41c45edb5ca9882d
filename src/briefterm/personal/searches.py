"""What was searched for lately in a library, one query a line, the newest last."""

from pathlib import Path

from briefterm.atomic import write_atomically
from briefterm.brief.safe import safe_line
from briefterm.paths import private_folder

FILE_NAME = "searches"
MOST_KEPT = 200
_LONGEST = 1000


def load(file: Path, before: Path | None = None) -> tuple[str, ...]:
    """Return the queries kept in `file`, or where there is none yet in `before`; none where it cannot be read."""
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return load(before) if before else ()
    except OSError:
        return ()
    return tuple(line for line in (safe_line(line[:_LONGEST]).strip() for line in text.split("\n")) if line)[
        -MOST_KEPT:
    ]


def add(file: Path, query: str, before: Path | None = None) -> tuple[str, ...]:
    """Put `query` last in `file`, which another briefterm may have added to, and return all. Raises OSError.

    A new file begins with what is kept in `before`.
    """
    query = safe_line(query[:_LONGEST]).strip()
    known = [other for other in load(file, before) if other != query]
    queries = (*known, query)[-MOST_KEPT:] if query else tuple(known)
    private_folder(file.parent)
    write_atomically(file, "".join(f"{line}\n" for line in queries).encode("utf-8", "replace"))
    return queries
