"""Figures, their budgets, and what is kept of them."""

from pathlib import Path

import pytest

from benchmarks import kept
from benchmarks.figures import Figure, as_values, from_values, number, table
from benchmarks.samples import Sample

SLOW = Figure("search --json", 180, "ms CPU", 1.8, "importing", 1.5)
PAINT = Figure("first screen", 250, "ms CPU", 3.1, "a minimal app", 1.5)
ECHO = Figure.of("echo", Sample.of([5, 6, 90]), "ms", 35)
READ = Figure("read", 1400, "briefs/s", budget=3000, at_least=True)
IDLE = Figure("idle, sent", 0, "bytes", budget=0)


@pytest.mark.parametrize(
    ("figure", "measured", "within"), [(SLOW, 1.8, False), (ECHO, 90, False), (READ, 1400, False), (IDLE, 0, True)]
)
def test_the_budget_is_of_the_ratio_else_of_p95_else_of_the_value(
    figure: Figure, measured: float, within: bool
) -> None:
    assert (figure.measured, figure.kept) == (measured, within)


def test_without_a_budget_nothing_is_kept_or_broken() -> None:
    figure = Figure("show", 10, "ms CPU")
    assert figure.kept is None
    assert figure.within(1)


def test_only_what_holds_on_any_machine_fails_and_only_beyond_twice_its_budget() -> None:
    assert kept.beyond([SLOW, PAINT, ECHO, READ, IDLE]) == [PAINT]
    assert kept.beyond([Figure("idle, sent", 3, "bytes", budget=0)])
    assert not READ.within(2)
    assert Figure("read", 1500, "briefs/s", budget=3000, at_least=True).within(2)


def test_a_line_says_median_p95_ratio_and_whether_the_budget_is_kept() -> None:
    assert table([ECHO]).split() == ["echo", "6", "90", "ms", "<=", "35", "NOT", "KEPT"]
    assert " ".join(table([SLOW]).split()) == "search --json 180 ms CPU 1.80 x importing <= 1.5 NOT KEPT"
    assert table([IDLE]).endswith("<= 0 kept")


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (3, "3"), (1.5, "1.50"), (99.999, "100.00"), (12345.6, "12,346")]
)
def test_numbers_have_as_many_places_as_they_are_worth(value: float, text: str) -> None:
    assert number(value) == text


def test_figures_come_back_from_their_values() -> None:
    figures = [SLOW, ECHO, READ, IDLE]
    assert from_values(as_values(figures)) == figures


def test_what_is_kept_stands_beside_what_is(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    assert kept.load(file) == {}
    kept.save({1000: [SLOW, ECHO, IDLE]}, file)
    assert kept.load(file) == {1000: [SLOW, IDLE]}
    heading, paint, slow = kept.beside({1000: [PAINT, SLOW, ECHO]}, kept.load(file)).splitlines()
    assert heading.split() == ["briefs", "now", "kept", "budget"]
    assert slow.split() == ["search", "--json", "1,000", "1.80", "1.80", "1.50"]
    assert " ".join(paint.split()) == "first screen 1,000 3.10 1.50 more than twice its budget"


def test_figures_of_one_name_are_told_apart_by_their_unit(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    wall, cpu = Figure("list", 9, "ms", 2.5, "a list"), Figure("list", 20, "ms CPU", 4.5, "a list")
    kept.save({3: [wall, cpu]}, file)
    _, first, second = kept.beside({3: [wall, cpu]}, kept.load(file)).splitlines()
    assert (first.split()[1:], second.split()[1:]) == (["3", "2.50", "2.50"], ["3", "4.50", "4.50"])


def test_what_the_repository_keeps_can_be_read() -> None:
    run = kept.load()
    assert {3, 1000} <= set(run)
    assert all(figure.firm for figures in run.values() for figure in figures)
    assert "first screen" in {figure.name for figure in run[1000]}
