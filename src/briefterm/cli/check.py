"""`briefterm check`: what is wrong in briefs, with the line of each problem."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from briefterm.brief.problems import Level, Problem
from briefterm.brief.safe import safe_json, safe_line
from briefterm.cli.options import parser
from briefterm.errors import UsageError
from briefterm.library.files import default_id, walk
from briefterm.library.library import read_path

_CHUNK = 250
_WORTH_A_SECOND_PROCESS = 1500

Task = tuple[str, str, str]  # where the file is, what to call it, its id if it names none


def run(arguments: list[str]) -> int:
    """Print every problem of the files named; exit status 1 where any is an error."""
    parsed = _parser().parse_args(arguments)
    tasks = [task for path in parsed.paths for task in _tasks(Path(path))]
    found = [(name, problem) for name, problems in _check_all(tasks) for problem in problems]
    errors = sum(problem.level is Level.ERROR for _, problem in found)
    if parsed.json:
        print(safe_json(json.dumps(_as_json(len(tasks), found, errors), ensure_ascii=False)))
    else:
        sys.stdout.writelines(problem.at(name) + "\n" for name, problem in found)
        print(_summary(len(tasks), errors, len(found) - errors), file=sys.stderr)
    return 1 if errors else 0


def _parser() -> argparse.ArgumentParser:
    made = parser("check", "Report what is wrong in briefs: path:line:column: level: field: message.")
    made.add_argument("paths", nargs="+", metavar="PATH", help="a brief, or a folder of them")
    made.add_argument("--json", action="store_true", help="one JSON object on stdout")
    return made


def _tasks(path: Path) -> Iterator[Task]:
    if path.is_dir():
        for stamp in sorted(walk(path), key=lambda stamp: stamp.path):
            file = os.fspath(path / stamp.path)
            yield file, safe_line(file), default_id(stamp.path)
    elif path.exists() or path.is_symlink():
        yield os.fspath(path), safe_line(os.fspath(path)), default_id(path.name)
    else:
        raise UsageError(f"{path} does not exist; name a brief or a folder of briefs")


def _check_all(tasks: list[Task]) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """Read all files, on a second core where there are many, and yield each one's problems in the order given."""
    if len(tasks) < _WORTH_A_SECOND_PROCESS or (os.cpu_count() or 1) < 2:
        yield from _check(tasks)
        return
    chunks = [tasks[start : start + _CHUNK] for start in range(0, len(tasks), _CHUNK)]
    with ProcessPoolExecutor(min(4, os.cpu_count() or 1), mp_context=get_context("spawn")) as pool:
        for checked in pool.map(_check, chunks):
            yield from checked


def _check(tasks: list[Task]) -> list[tuple[str, tuple[Problem, ...]]]:
    return [(name, read_path(Path(file), brief_id).problems) for file, name, brief_id in tasks]


def _as_json(files: int, found: list[tuple[str, Problem]], errors: int) -> dict[str, object]:
    messages = [
        {
            "path": name,
            "line": problem.line,
            "column": problem.column,
            "level": str(problem.level),
            "field": problem.field,
            "message": problem.message,
        }
        for name, problem in found
    ]
    return {"files": files, "errors": errors, "warnings": len(found) - errors, "messages": messages}


def _summary(files: int, errors: int, warnings: int) -> str:
    def counted(number: int, noun: str) -> str:
        return f"{number:,} {noun}" + ("" if number == 1 else "s")

    return f"{counted(files, 'file')}: {counted(errors, 'error')}, {counted(warnings, 'warning')}"
