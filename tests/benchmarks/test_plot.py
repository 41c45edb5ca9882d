"""Plots and tables of how figures grow."""

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import growth
from benchmarks.figures import Figure
from benchmarks.plot import HEIGHT, WIDTH, Panel, Scale, Series, scale, svg
from benchmarks.samples import Sample

SVG = "{http://www.w3.org/2000/svg}"
RUN = {
    100: [Figure("rescan, unchanged", 0.25, "s", budget=0.3), Figure.of("echo", Sample.of([4, 9]), "ms", 35)],
    1000: [
        Figure("rescan, unchanged", 2.5, "s"),
        Figure.of("echo", Sample.of([5, 40]), "ms", 35),
        Figure("check", 1, "s"),
    ],
}


def test_panels_have_what_was_measured_at_two_sizes_with_its_budget() -> None:
    panels = growth.panels(RUN)
    assert [panel.title for panel in panels] == ["Letter on the screen", "Afterwards"]
    assert panels[0].series == (Series("echo", ((100, 9), (1000, 40)), ((100, 35), (1000, 35))),)
    assert panels[1].series == (Series("rescan, unchanged", ((100, 0.25), (1000, 2.5)), ((100, 0.3),)),)


def test_a_table_has_a_column_a_size() -> None:
    lines = growth.table(RUN).splitlines()
    assert lines[0].split() == ["unit", "100", "1,000"]
    assert [line.split() for line in lines[1:]] == [
        ["rescan,", "unchanged", "s", "0.25", "2.50"],
        ["echo", "ms", "9", "40"],
    ]


def test_a_plot_is_a_picture_in_which_every_point_has_its_place() -> None:
    root = ET.fromstring(svg(growth.panels(RUN), "Cost & size"))
    assert root.find(f"{SVG}title") is not None
    assert root.findtext(f"{SVG}title") == "Cost & size"
    assert root.get("viewBox") == f"0 0 {2 * WIDTH} {HEIGHT}"
    told = {title.text for title in root.iter(f"{SVG}title")}
    assert {"echo, 100 briefs: 9", "echo, 1,000 briefs: 40", "rescan, unchanged, 100 briefs: 0.25"} <= told
    for dot in root.iter(f"{SVG}circle"):
        assert 0 < float(dot.get("cx", "")) < WIDTH
        assert 0 < float(dot.get("cy", "")) < HEIGHT


def test_nothing_to_plot_is_an_empty_picture() -> None:
    assert not list(ET.fromstring(svg([], "Nothing")).iter(f"{SVG}path"))


def test_names_are_text_and_no_markup() -> None:
    text = svg([Panel("<a>", "s", (Series("<b> & c", ((1, 1), (2, 2))),))], "t")
    assert "<b> & c" in {element.text for element in ET.fromstring(text).iter()}


@given(st.lists(st.floats(1e-4, 1e7), min_size=1, max_size=20))
def test_an_axis_keeps_the_order_and_has_room_for_all(values: list[float]) -> None:
    axis = scale(values, 10, 200)
    places = [axis.at(value) for value in sorted(values)]
    assert all(10 < place < 200 for place in places)
    assert all(one <= other for one, other in pairwise(places))
    assert axis.ticks()


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [(1, 1000, [1, 10, 100, 1000]), (3, 60, [5, 10, 20, 50]), (0.02, 0.3, [0.02, 0.05, 0.1, 0.2])],
)
def test_ticks_are_round_numbers(low: float, high: float, ticks: list[float]) -> None:
    assert Scale(low, high, 0, 1).ticks() == pytest.approx(ticks)
