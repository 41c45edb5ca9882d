from pathlib import Path

import pytest

from briefterm.ui.ink import PLAIN
from briefterm.ui.layout import lay_out
from briefterm.ui.text import details, pages
from briefterm.ui.text.marks import unmarked
from briefterm.ui.text.sources import sources
from briefterm.ui.view import LISTS
from tests.support import brief_of, sound, write_library
from tests.ui.day import DAY
from tests.ui.driving import started

BRIEF = brief_of(DAY)


def page(pane: str, index: int) -> list[str]:
    blocks, _ = sources(BRIEF, pane, index, PLAIN, unmarked)
    return [line.plain.replace("\N{NO-BREAK SPACE}", " ").rstrip() for line in lay_out(blocks, 80)]


def test_the_sources_behind_the_selected_line_stand_first_and_all_below_them() -> None:
    assert page("agenda", 0) == [
        "Behind this line",
        "Shared radar pictures",
        "",
        "[1] A wire report · news · C3: fairly reliable, possibly true",
        "    “officials said on Monday”",
        "",
        "[2] Ministry of External Affairs · official statement",
        "    how reliable it is, is not said",
        "",
        "All sources of this brief",
        "",
        "» [1] A wire report · news · C3: fairly reliable, possibly true",
        "      “officials said on Monday”",
        "",
        "» [2] Ministry of External Affairs · official statement",
        "",
        "  [3] A blog · rumours",
    ]


def test_where_a_line_has_no_source_that_is_said() -> None:
    assert page("agenda", 2)[:5] == [
        "Behind this line",
        "Any other business",
        "",
        "∅ no source is given",
        "",
    ]
    assert not any(line.startswith("»") for line in page("agenda", 2))


def test_people_and_events_have_sources_too() -> None:
    assert page("officials", 0)[:4][1::2] == ["Rajnath Singh", page("agenda", 0)[3]]
    assert page("timeline", 1)[1] == "Arrival at Palam"


def test_a_source_that_is_not_listed_is_named() -> None:
    brief = brief_of("title: T\nagenda:\n- {topic: A, sources: [hearsay]}\n")
    text = "\n".join(line.plain for line in lay_out(sources(brief, "agenda", 0, PLAIN, unmarked)[0], 80))
    assert "– hearsay (not among the sources)" in text
    assert "This brief names no sources." in text


def test_a_source_that_was_found_is_where_the_page_begins() -> None:
    blocks, start = sources(BRIEF, "sources", 2, PLAIN, unmarked)
    assert "A blog" in blocks[start].body.plain
    assert page("sources", 2)[0] == "Sources"


def test_the_detail_says_how_sure_a_line_is() -> None:
    def detail(index: int) -> str:
        blocks = details.agenda_detail(BRIEF, index, PLAIN, unmarked)
        return "\n".join(line.plain for line in lay_out(blocks, 80))

    assert "how sure  likely: more probable than not" in detail(0)
    assert "∅ no source is given" in detail(2)
    assert "how sure" not in detail(2)


@pytest.mark.parametrize(("sources", "told"), [("", False), (", sources: [s]", True)])
def test_of_officials_nothing_is_said_where_no_source_of_any_of_them_is_given(sources: str, told: bool) -> None:
    people = f"- {{name: Ann{sources}}}\n- Ben\n"
    brief = brief_of(
        f"title: T\nofficials:\n{people}agenda: [{{topic: A, sources: [s]}}]\nsources: [{{id: s, name: S}}]\n"
    )
    blocks = details.official_detail(brief, 1, PLAIN, unmarked)
    assert ("∅ no source is given" in "\n".join(line.plain for line in lay_out(blocks, 80))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: T\nofficials: [Ann]\nagenda: [A]\ntimeline: [2018: B]\n", []),
        (
            """title: T
officials: [Ann]
agenda: [A]
timeline: [{date: 2018, event: B, sources: [s]}]
sources: [{id: s, name: S}]
""",
            ["agenda"],
        ),
    ],
)
async def test_a_pane_says_that_it_has_no_sources_where_others_have(tmp_path: Path, text: str, told: list[str]) -> None:
    async with started(write_library(tmp_path / "library", {"t.yaml": text}), title="T") as driver:
        assert [pane for pane in LISTS if "no sources" in str(driver.rows(pane).border_subtitle)] == told


def test_a_brief_without_prose_says_on_its_page_what_is_in_it() -> None:
    brief = sound("title: Talks\nagenda: [Radar]\nofficials: ['Ben Lee, Minister (US)']\ntimeline: [2023: Round]\n")
    said = "\n".join(line.plain for line in lay_out(pages.background(brief, PLAIN, unmarked)[0], 80))
    assert all(text in said for text in ("Topics", "• Radar", "• Ben Lee, Minister", "• 2023: Round"))
    assert "no background" not in "\n".join(
        line.plain for line in lay_out(pages.background(sound("title: T\nsummary: It is.\n"), PLAIN, unmarked)[0], 80)
    )
