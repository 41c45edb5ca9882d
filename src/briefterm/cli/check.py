"""`briefterm check`: what is wrong in briefs and doubtful in their plans, with the line of each."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from briefterm.brief.plan import plan_problems
from briefterm.brief.problems import Level, Problem
from briefterm.brief.safe import safe_line, shorten
from briefterm.cli.options import Parser, add_library, completes, library_folder, parser
from briefterm.cli.output import counted, print_json
from briefterm.errors import UsageError
from briefterm.library.files import PEOPLE_FILES, Stamp, default_id, walk
from briefterm.library.library import read_stamped
from briefterm.library.processes import mapped
from briefterm.library.rolls import Form, forms_in
from briefterm.people.declared import Declared, is_brief, people_at
from briefterm.people.doubts import Place, Sighting, doubts

_CHUNK = 100
_WORTH_OTHER_PROCESSES = 1500
_NOTES = """\
Beside slips of the format, it warns of items of one official at the same time, of a meeting longer than a day, of one
person under two spellings, of an item without source or certainty where the others have one, of facts gathered more
than a week before the day, and of two files with the same id. A library's people.yaml is checked against its briefs: an
id that brings in somebody of another name, an alias that brings in nobody, `briefs` that are not there.

Text lines are path:line:column: level: field: message. `--format github` prints annotations for a pull request.

Exit status 1 means that there are errors, with --strict also that there are warnings."""

Found = tuple[str, Problem]


@dataclass(frozen=True, slots=True)
class Task:
    """A file to check, as a walk found it: where it is, what to call it, and the library it belongs to.

    `people` says that it is a library's people.yaml, `listed` that its library has one, which the officials of its
    briefs are compared with. Of one that is `silent`, only these are wanted.
    """

    file: str
    name: str
    stamp: Stamp
    library: str = ""
    people: bool = False
    listed: bool = False
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong in one file. `id` is that of a brief, and `unshared` whether no other may have it.

    `officials` are those of a brief, `persons` those of a people.yaml.
    """

    task: Task
    problems: tuple[Problem, ...]
    id: str = ""
    unshared: bool = False
    id_line: int = 1
    officials: tuple[Form, ...] = ()
    persons: tuple[Declared, ...] = ()


def command_parser() -> Parser:
    """Return the parser of `check`."""
    made = parser("check", "Report what is wrong in briefs, and what is doubtful in their plans.", _NOTES)
    paths = made.add_argument(
        "paths", nargs="*", metavar="PATH", help="a brief, or a folder of them; without one, the library"
    )
    completes(paths, "file")
    add_library(made)
    made.add_argument("--strict", action="store_true", help="exit status 1 for warnings too")
    made.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="how to print them (default text)"
    )
    made.add_argument("--json", action="store_const", const="json", dest="format", help="the same as --format json")
    return made


def run(arguments: list[str]) -> int:
    """Print every problem of the files named; exit status 1 where any is an error."""
    parsed = command_parser().parse_args(arguments)
    paths = [Path(path) for path in parsed.paths] or [library_folder(parsed)]
    tasks = _each_once(task for path in paths for task in _tasks(path))
    checked = mapped(_check, tasks, _CHUNK, _WORTH_OTHER_PROCESSES)
    found = list(_with_shared_ids(_with_doubted_people(checked)))
    count = sum(not task.silent for task in tasks)
    errors = sum(problem.level is Level.ERROR for _, problem in found)
    warnings = len(found) - errors
    match parsed.format:
        case "json":
            print_json(_as_json(count, found, errors))
        case "github":
            sys.stdout.writelines(_annotation(name, problem) + "\n" for name, problem in found)
        case _:
            sys.stdout.writelines(problem.at(name) + "\n" for name, problem in found)
    if parsed.format != "json":
        print(_summary(count, errors, warnings), file=sys.stderr)
    return 1 if errors or (parsed.strict and warnings) else 0


def _tasks(path: Path) -> Iterator[Task]:
    if path.is_dir():
        people = [path / name for name in PEOPLE_FILES if (path / name).is_file()]
        yield from _briefs(path, listed=bool(people))
        yield from map(_people, people)
    elif path.name in PEOPLE_FILES and path.is_file() and not is_brief(path):
        yield from _briefs(path.parent, listed=True, silent=True)
        yield _people(path)
    elif path.exists() or path.is_symlink():
        yield Task(os.fspath(path), safe_line(os.fspath(path)), Stamp(path.name, 0, 0))
    else:
        raise UsageError(f"{path} does not exist; name a brief or a folder of briefs")


def _each_once(tasks: Iterable[Task]) -> list[Task]:
    """Return one task a file, as one of its library where any is; every people.yaml after the briefs."""
    briefs: dict[str, Task] = {}
    people: dict[str, Task] = {}
    for task in tasks:
        kept = people if task.people else briefs
        before = kept.get(task.file, task)
        known = before if before.library else task
        kept[task.file] = replace(known, silent=before.silent and task.silent)
    return [*briefs.values(), *people.values()]


def _briefs(folder: Path, *, listed: bool, silent: bool = False) -> Iterator[Task]:
    for stamp in sorted(walk(folder), key=lambda stamp: stamp.path):
        file = os.fspath(folder / stamp.path)
        yield Task(file, safe_line(file), stamp, os.fspath(folder), listed=listed, silent=silent)


def _people(file: Path) -> Task:
    return Task(os.fspath(file), safe_line(os.fspath(file)), Stamp("", 0, 0), os.fspath(file.parent), people=True)


def _check(tasks: list[Task]) -> list[Checked]:
    return [_check_one(task) for task in tasks]


def _check_one(task: Task) -> Checked:
    if task.people:
        people = people_at(Path(task.library), Path(task.file).name)
        return Checked(task, people.problems, persons=people.persons)
    reading = read_stamped(Path(task.file), task.stamp)
    brief = reading.brief
    if brief is None:
        return Checked(task, () if task.silent else reading.problems, default_id(task.stamp.path))
    officials = forms_in(brief) if task.listed else ()
    if task.silent:
        return Checked(task, (), brief.id, officials=officials)
    problems = reading.problems
    doubts = plan_problems(brief)
    if doubts:
        problems = tuple(sorted((*problems, *doubts), key=lambda problem: problem.line))
    id_line = next((line for name, line in brief.lines if name == "id"), 0)
    return Checked(task, problems, brief.id, bool(task.library or id_line), id_line or 1, officials)


def _with_doubted_people(checked: Iterable[Checked]) -> Iterator[Checked]:
    """Yield all of it; with a people.yaml, which comes after its briefs, what these make doubtful in it."""
    seen: dict[str, list[Sighting]] = {}
    places: dict[str, list[Place]] = {}
    for one in checked:
        if one.task.listed:
            where = safe_line(one.task.stamp.path)
            seen.setdefault(one.task.library, []).extend(Sighting(form, where) for form in one.officials)
            places.setdefault(one.task.library, []).append(Place(one.task.stamp.path, one.id))
        if one.persons:
            found = doubts(one.persons, seen.get(one.task.library, ()), places.get(one.task.library, ()))
            yield replace(one, problems=tuple(sorted((*one.problems, *found))))
        elif not one.task.silent:
            yield one


def _with_shared_ids(checked: Iterable[Checked]) -> Iterator[Found]:
    """Yield every problem with its file, those of an id that another file of its library has among them."""
    first: dict[tuple[str, str], str] = {}
    for one in checked:
        problems = one.problems
        if one.unshared and (holder := first.setdefault((one.task.library, one.id), one.task.name)) != one.task.name:
            message = f"`{shorten(one.id)}` is the id of {holder} too; choose another"
            shared = Problem(one.id_line, 1, Level.WARNING, "id", message)
            problems = tuple(sorted((*problems, shared), key=lambda problem: problem.line))
        yield from ((one.task.name, problem) for problem in problems)


def _as_json(files: int, found: list[Found], errors: int) -> dict[str, object]:
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


def _annotation(name: str, problem: Problem) -> str:
    """Return a workflow command of GitHub Actions; it escapes `%` and line ends, and in properties `:` and `,` too."""
    where = (
        f"file={_escaped(name, ':,')},line={problem.line},col={problem.column},title={_escaped(problem.field, ':,')}"
    )
    return f"::{problem.level} {where}::{_escaped(problem.message)}"


def _escaped(text: str, more: str = "") -> str:
    for char in "%\r\n" + more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def _summary(files: int, errors: int, warnings: int) -> str:
    return f"{counted(files, 'file')}: {counted(errors, 'error')}, {counted(warnings, 'warning')}"
