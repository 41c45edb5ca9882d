"""Other ways to search the same text: what briefterm's search is measured beside.

Each finds the briefs with all of some words, the last as a beginning, and returns how many there are and the first few.
"""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from briefterm.library.files import walk
from briefterm.library.library import Library
from briefterm.search.passages import passages
from briefterm.search.words import words

SHOWN = 20
Search = Callable[[str], int]


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield title and whole text of every brief."""
    library = Library.at(folder)
    for stamp in walk(folder):
        brief = library.read(stamp.path).brief if not stamp.oddity else None
        if brief is not None:
            yield brief.title, "\n".join(passage.text for passage in passages(brief))


def prefixed(columns: str) -> str:
    """Return what makes a table `t` of SQLite's full-text search that finds words by their beginnings too."""
    return f"CREATE VIRTUAL TABLE t USING fts5({columns}, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')"


def fts5(briefs: list[tuple[str, str]]) -> Search:
    """SQLite's full-text search, with its index of beginnings."""
    connection = sqlite3.connect(":memory:")
    connection.execute(prefixed("title, text"))
    connection.executemany("INSERT INTO t VALUES (?, ?)", briefs)
    connection.execute("INSERT INTO t(t) VALUES ('optimize')")

    def search(text: str) -> int:
        asked = _fts5_query(text)
        if not asked:
            return 0
        connection.execute(
            "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, 5, 1) LIMIT ?", (asked, SHOWN)
        ).fetchall()
        return int(connection.execute("SELECT count(*) FROM t WHERE t MATCH ?", (asked,)).fetchone()[0])

    return search


def _fts5_query(text: str) -> str:
    if text.startswith('"'):
        phrase = " ".join(word.text for word in words(text))
        return f'"{phrase}"*' if phrase else ""
    found = [f'"{word.text}"' for word in words(text)]
    return " ".join([*found[:-1], f"{found[-1]}*"]) if found else ""


def tantivy(briefs: list[tuple[str, str]]) -> Search | None:
    """Tantivy through its Python binding, or None where that is not installed."""
    try:
        import tantivy as engine
    except ImportError:
        return None
    builder = engine.SchemaBuilder()
    builder.add_text_field("title")
    builder.add_text_field("text")
    schema = builder.build()
    index = engine.Index(schema)
    writer = index.writer(64_000_000)
    for title, text in briefs:
        writer.add_document(engine.Document(title=title, text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(text: str) -> int:
        found = [word.text for word in words(text)]
        if not found:
            return 0
        results: Any = searcher.search(_tantivy_query(engine.Query, schema, found, text.startswith('"')), SHOWN)
        return int(results.count)

    return search


def _tantivy_query(query: Any, schema: Any, found: list[str], phrase: bool) -> Any:
    if phrase and len(found) > 1:
        return query.phrase_prefix_query(schema, "text", found)
    *whole, last = found
    parts = [query.term_query(schema, "text", word) for word in whole]
    parts.append(query.regex_query(schema, "text", f"{last}.*"))
    both = parts[0]
    for part in parts[1:]:
        both = both.and_must_match(part)
    return both


def ripgrep(folder: Path) -> Search | None:
    """ripgrep over the files, cold at each key, for the last word alone; None where it is not installed."""
    program = shutil.which("rg")
    if program is None:
        return None

    def search(text: str) -> int:
        found = [word.text for word in words(text)]
        if not found:
            return 0
        command = [program, "--files-with-matches", "--ignore-case", "--fixed-strings", found[-1], str(folder)]
        return len(subprocess.run(command, capture_output=True, check=False).stdout.splitlines())

    return search
