"""A long sitting of 1,000 actions in the real program, and what it has in memory as it goes on."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks import processes
from benchmarks.figures import Figure
from benchmarks.processes import Memory
from benchmarks.programs import Program
from benchmarks.terminal import Terminal

ACTIONS, STEP = 1000, 100
_WARM = 200
_ESCAPE, _ENTER, _TAB, _DOWN, _PAGE = "\x1b", "\r", "\t", "\x1b[B", "\x1b[6~"
_WORDS = (
    "minister",
    "president visit",
    "treaty",
    '"prime minister',
    "paris OR london",
    "date:1961-06",
    "country:in",
    "ministr",
)
_QUIET, _PATIENCE = 0.04, 0.6
_NO_EDITOR = {"VISUAL": "true", "EDITOR": "true"}
_GROWTH_BUDGET = 10.0
_FEW, _BUDGET, _BUDGET_ABOVE = 10_000, 90.0, 200.0


@dataclass(frozen=True)
class Doing:
    """One thing a person does: keys, each group once the last has been answered, and the keys that lead back."""

    name: str
    keys: tuple[str, ...]
    back: str = ""


def script(seed: int = 1, actions: int = ACTIONS) -> list[Doing]:
    """Return what is done, the same every time: moving, opening, searching, landing, looking up, going back."""
    chance = random.Random(seed)
    made = []
    for _ in range(actions):
        word = chance.choice(_WORDS)
        kinds = (
            Doing("move", ("0", _DOWN * chance.randint(1, 9))),
            Doing("page", ("0", _PAGE)),
            Doing("open", ("J" * chance.randint(1, 3),)),
            Doing("panes", (_TAB, _DOWN, _TAB)),
            Doing("background", ("b",)),
            Doing("search", ("/", *word), _ESCAPE),
            Doing("land", ("/", *word, _DOWN * chance.randint(1, 5), _ENTER)),
            Doing("dossier", ("1", "o"), _ESCAPE),
            Doing("directory", ("O", chance.choice("amks"), _DOWN), _ESCAPE),
            Doing("timeline", ("T", "+", _DOWN), _ESCAPE),
            Doing("related", ("R",), _ESCAPE),
            Doing("back", ("<",)),
            Doing("forward", (">",)),
            Doing("table", ("z",), _ESCAPE),
        )
        weights = (20, 8, 18, 10, 4, 6, 8, 6, 3, 3, 3, 6, 3, 2)
        made.append(chance.choices(kinds, weights)[0])
    return made


def sitting_figures(program: Program, briefs: int, actions: int = ACTIONS) -> Iterator[Figure]:
    """Yield what is in memory at first, after 100 actions and at the end, how much it grew, and the most there was."""
    with Terminal(program.command, _NO_EDITOR) as it:
        it.until(program.text)
        it.rest(2.0)
        first = processes.memory(it.pid)
        taken = played(it, script(actions=actions))
        most = processes.peak(it.pid)
        left = it.text()
    if "briefs" not in left and "search" not in left:
        raise RuntimeError(f"the sitting ended in another place than a brief:\n{left}")
    yield Figure("memory at the first screen", first.resident, "MiB")
    yield Figure("memory at first, its own alone", first.own, "MiB")
    if actions > STEP:
        yield Figure(f"memory after {STEP} actions", taken[0].resident, "MiB")
    yield Figure(f"memory after {actions:,} actions", taken[-1].resident, "MiB")
    yield Figure(f"memory after {actions:,}, its own", taken[-1].own, "MiB")
    if actions > _WARM:
        yield Figure("memory grown after 200 actions", growth(taken), "%", budget=_GROWTH_BUDGET)
    yield Figure("memory, the most", most, "MiB", budget=_BUDGET if briefs < _FEW else _BUDGET_ABOVE)


def growth(taken: Sequence[Memory]) -> float:
    """Return by how many hundredths of its size at action 200 the memory has grown to the end."""
    warm = taken[_WARM // STEP - 1].resident
    return (taken[-1].resident - warm) / warm * 100


def played(it: Terminal, doings: Sequence[Doing]) -> list[Memory]:
    """Do it all; return what is in memory after every hundred."""
    taken = []
    for number, doing in enumerate(doings, 1):
        for keys in (*doing.keys, doing.back):
            if keys:
                it.press(keys)
                it.read(_PATIENCE)  # a key that comes before the screen it is for is another command
                it.settle(_QUIET)
        it.forget()
        if it.ended:
            raise RuntimeError(f"the program ended at action {number}, {doing.name}:\n{it.text()}")
        if number % STEP == 0:
            it.settle(0.5)
            taken.append(processes.memory(it.pid))
    return taken
