"""A case from its bytes to everything that is made of it: read, said, shown, indexed; measured step by step."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime

from briefterm.brief.model import Brief
from briefterm.brief.reader import Reading, read
from briefterm.brief.safe import safe_json
from briefterm.search.document import document
from briefterm.ui.ink import PLAIN
from briefterm.ui.layout import Block, lay_out
from briefterm.ui.text import details, pages, rows
from briefterm.ui.text.marks import unmarked
from briefterm.ui.text.present import present
from briefterm.ui.text.seconds import thirty_seconds, two_seconds
from briefterm.ui.text.sources import sources
from tests.hostile.case import Case
from tests.hostile.guard import timed
from tests.hostile.judging import failures
from tests.hostile.unsafe import unsafe_in

_MIDDAY = datetime(2023, 11, 9, 12, tzinfo=UTC)


@dataclass
class Trial:
    """What came of a case: seconds of processor time by step, what is not as expected, how many bytes leaked."""

    opened: bool
    seconds: dict[str, float] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    leaked: int = 0


def tried(case: Case, *, only_read: bool = False) -> Trial:
    """Try a case; with `only_read` without what is shown and indexed of it."""
    data = case.data()
    reading, seconds = timed(lambda: read(data, "folder/name"))
    assert isinstance(reading, Reading)
    trial = Trial(reading.brief is not None, {"read": seconds}, list(failures(case, reading)))
    written = [problem.at("name.yaml") for problem in reading.problems]
    written.append(safe_json(json.dumps(written, ensure_ascii=False)))
    if not only_read:
        shown, trial.seconds["shown"] = timed(lambda: _shown(reading))
        assert isinstance(shown, list)
        written += shown
    if reading.brief is not None and not only_read:
        brief = reading.brief
        trial.seconds["indexed"] = timed(lambda: document(brief))[1]
    trial.leaked = sum(len(unsafe_in(text).encode("utf-8", "surrogatepass")) for text in written)
    return trial


def _shown(reading: Reading) -> list[str]:
    """Every line of every pane and page."""
    if reading.brief is None:
        return _lines(pages.problems(reading.problems, "name.yaml", PLAIN))
    return [*_lines(pages.problems(reading.problems[:500], "name.yaml", PLAIN)), *_panes(reading.brief)]


def _panes(brief: Brief) -> list[str]:
    listed = [
        *rows.official_rows(brief, PLAIN, unmarked),
        *rows.agenda_rows(brief, PLAIN, unmarked),
        *rows.timeline_rows(brief, PLAIN, unmarked, _MIDDAY),
    ]
    blocks = [block for row in listed for block in row.blocks]
    blocks += pages.background(brief, PLAIN, unmarked)[0]
    blocks += sources(brief, "agenda", 0, PLAIN, unmarked)[0]
    blocks += two_seconds(present(brief, _MIDDAY), PLAIN, unmarked)
    for index in range(min(3, len(brief.agenda))):
        blocks += thirty_seconds(brief, index, PLAIN, unmarked)
    for make, items in (
        (details.official_detail, brief.officials),
        (details.agenda_detail, brief.agenda),
        (details.event_detail, brief.timeline),
    ):
        for index in range(min(3, len(items))):
            blocks += make(brief, index, PLAIN, unmarked)
    return _lines(blocks)


def _lines(blocks: list[Block]) -> list[str]:
    return [line.plain for line in lay_out(blocks, 40)]
