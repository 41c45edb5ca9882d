"""Rows that are drawn as they are looked at: bars and spans never say more than there is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.style import Style
from rich.text import Text

from briefterm.library.scales import Bucket, Scale
from briefterm.ui.desks.lookup import is_faint, nearest
from briefterm.ui.ink import PLAIN
from briefterm.ui.item_rows import ItemRows, Row
from briefterm.ui.layout import Block
from briefterm.ui.text.line_rows import Joined, LineRows, clipped, columns, grounded
from briefterm.ui.text.marks import unmarked
from briefterm.ui.text.rows import official_rows
from briefterm.ui.text.times_rows import BucketRows, Gap, bar, folded, span_strip
from tests.support import brief_of

DAYS = st.integers(700_000, 700_400)
BUCKETS = st.lists(
    st.tuples(st.sampled_from([0, 1, 12]), st.sampled_from([0.0, 0.02, 0.3, 4.5])), min_size=1, max_size=40
).map(lambda parts: [Bucket(Scale.DAY, 700_000 + at, 700_000 + at, *part) for at, part in enumerate(parts)])


@given(DAYS, st.integers(0, 400), DAYS, st.integers(0, 400), st.integers(2, 30))
def test_a_span_is_drawn_over_the_days_it_has_and_points_to_those_beyond(
    first: int, length: int, low: int, days: int, width: int
) -> None:
    last, high = first + length, low + days
    if first > high or last < low:
        return
    strip = span_strip(first, last, low, high, width)
    assert len(strip) == width
    covered = width - strip.count("·")
    assert covered >= 1
    assert ("▸" in strip) == (last > high)
    assert ("◂" in strip) == (first < low) or covered == 1
    if first <= low and last >= high:
        assert "·" not in strip
    assert "·" not in strip.strip("·")


@given(st.floats(0, 5000), st.floats(0, 5000), st.floats(1, 10_000), st.integers(1, 150))
def test_a_bar_fits_and_whatever_is_not_nothing_is_seen(within: float, vague: float, most: float, room: int) -> None:
    density = within + vague
    sure, rest = bar(within, density, max(most, density), room)
    assert len(sure) + len(rest) <= room
    assert bool(sure + rest) == (density > 0)
    if vague >= max(most, density) / room or (vague > 0 and within == 0):
        assert rest.startswith("░")
    if rest:
        assert set(sure) <= {"█"}, "a part of a cell would gape before what is vague"


def test_bars_are_as_long_as_the_density() -> None:
    assert bar(4, 4, 8, 10) == ("█████", "")
    assert bar(4, 8, 8, 10) == ("█████", "░░░░░")
    assert bar(1, 1, 16, 10) == ("▋", "")
    assert bar(0, 0, 8, 10) == ("", "")


def test_a_bar_with_a_share_that_is_vague_is_as_long_as_its_number_all_the_same() -> None:
    months = [bar(within, within + 0.1, 100, 80) for within in (1, 5, 11, 15)]
    assert months == [("▊", ""), ("████", ""), ("████████▊", ""), ("████████████", "")]
    assert bar(15, 15.3, 100, 80) == ("████████████", "")
    assert bar(14.6, 16, 100, 80) == ("████████████", "░")
    assert bar(1, 9, 16, 16) == ("█", "░░░░░░░░")
    assert bar(1, 1.3, 5000, 40) == ("▏", "")


@given(st.floats(0, 5000), st.floats(0, 5000), st.integers(2, 150))
def test_what_is_sure_is_solid_and_grows_with_the_number(one: float, more: float, room: int) -> None:
    most = one + more + 1
    (less, _), (larger, _) = (bar(within, within + 0.3, most, room) for within in (one, one + more))
    assert "░" not in less + larger
    assert less or one < 0.05
    assert len(less) <= len(larger)


@given(st.lists(st.text(st.sampled_from("ab 日\n\u0301-"), max_size=60), min_size=1, max_size=6), st.integers(4, 40))
def test_a_row_is_as_high_as_it_is_long(bodies: list[str], width: int) -> None:
    rows = ItemRows([Row(at, (Block(Text(body), Text(" * "), 3, Text("|")),)) for at, body in enumerate(bodies)])
    tops = rows.tops(width)
    assert [len(rows.lines(at, width)) for at in range(len(bodies))] == [
        below - above for above, below in pairwise(tops)
    ]


def test_only_the_lines_that_are_looked_at_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Block] = []
    lines = Block.lines

    def counted(block: Block, width: int) -> list[Text]:
        made.append(block)
        return lines(block, width)

    monkeypatch.setattr(Block, "lines", counted)
    rows = ItemRows([Row(at, (Block(Text("word " * 40)),)) for at in range(1000)])
    assert rows.tops(60)[-1] == 4000
    assert made == []
    assert rows.lines(7, 60) is rows.lines(7, 60)
    assert len(made) == 1


@given(BUCKETS, st.integers(0, 39))
def test_every_bucket_is_a_line_or_in_a_gap_and_the_kept_one_is_a_line(buckets: list[Bucket], kept: int) -> None:
    kept %= len(buckets)
    rows = folded(buckets, kept)
    assert sum(row.count if isinstance(row, Gap) else 1 for row in rows) == len(buckets)
    assert kept in rows
    lines = [row for row in rows if isinstance(row, int)]
    assert lines == sorted(lines)
    assert {at for at, bucket in enumerate(buckets) if not is_faint(bucket)} <= set(lines)
    assert (0 in lines) or not buckets[0].density
    drawn = BucketRows(buckets, kept, PLAIN)
    for at in lines:
        found = drawn.find(at)
        assert found is not None
        assert drawn.key(found) == at
    for row in range(len(drawn)):
        (line,) = drawn.lines(row, 60)
        assert line.cell_len <= 60


@given(BUCKETS, DAYS, st.integers(0, 40))
def test_the_nearest_bucket_is_one_inside_wherever_there_is_anything(
    buckets: list[Bucket], day: int, more: int
) -> None:
    at = nearest(buckets, day, day + more)
    assert 0 <= at < len(buckets)
    inside = [bucket for bucket in buckets if day <= bucket.first <= day + more and bucket.density]
    if inside:
        assert day <= buckets[at].first <= day + more
        assert buckets[at].within or not any(bucket.within for bucket in inside)
    elif any(not is_faint(bucket) for bucket in buckets):
        assert buckets[at].density > 0


def test_there_is_a_nearest_bucket_only_where_there_is_one() -> None:
    assert nearest([], 1, 1) == 0


@given(
    st.text(st.sampled_from("ab 日é"), max_size=40), st.text(st.sampled_from("ab 日"), max_size=20), st.integers(4, 60)
)
def test_columns_fill_the_width(left: str, right: str, width: int) -> None:
    line = columns(Text(left), clipped(Text(right), width // 2), width)
    assert line.cell_len <= max(width, 1)


@pytest.mark.parametrize("width", [5, 11, 30])
def test_what_is_clipped_keeps_its_styles(width: int) -> None:
    line = clipped(Text.assemble(("bold here", "bold"), " and plain"), width)
    assert line.cell_len <= width
    assert str(line.spans[0].style) == "bold"


def test_rows_below_rows() -> None:
    above = LineRows(2, lambda at, width: [Text(f"above {at}")])
    below = LineRows(3, lambda at, width: [Text(f"below {at}"), Text()], height=2, first=2, passed=frozenset({1}))
    rows = Joined(above, below)
    assert len(rows) == 5
    assert [rows.key(row) for row in range(5)] == [0, 1, 2, None, 4]
    assert [rows.find(key) for key in range(6)] == [0, 1, 2, None, 4, None]
    assert list(rows.tops(80)) == [0, 1, 2, 4, 6, 8]
    assert [rows.lines(row, 80)[0].plain for row in range(5)] == ["above 0", "above 1", "below 0", "below 1", "below 2"]
    assert list(Joined(ItemRows(), below).tops(80)) == [0, 2, 4, 6]


def test_what_does_not_fit_of_the_name_of_a_side_hangs_below_it() -> None:
    brief = brief_of(
        "title: Visit\nofficials: [{name: A, country: BA, side: visitor}, {name: B, country: IN, side: host}]\n"
    )
    heading = ItemRows(official_rows(brief, PLAIN, unmarked)).lines(0, 20)
    assert [line.plain for line in heading] == [" BOSNIA AND", " HERZEGOVINA ·", " VISITING"]


def test_over_a_reversed_ground_text_has_no_colour_of_its_own() -> None:
    text = Text.assemble("[", ("12", Style(color="yellow", bold=True)), "]")
    reversed_ground, ground = Style(reverse=True), Style(bgcolor="blue")
    plain = [part.style for part in grounded(text, reversed_ground).render(Console())]
    assert all(style and style.reverse and style.color is None for style in plain)
    assert [bool(style and style.bold) for style in plain] == [False, True, False]
    coloured = [part.style for part in grounded(text, ground).render(Console())]
    assert all(style and style.bgcolor == ground.bgcolor for style in coloured)
    assert coloured[1] is not None and coloured[1].color is not None
    followed = grounded(text, reversed_ground).append("after")
    assert not any(part.style and part.style.reverse for part in followed.render(Console()) if "after" in part.text)
