"""Whether what came of a case is what was expected of it."""

from collections.abc import Iterator

from briefterm.brief.problems import Level
from briefterm.brief.reader import Reading
from tests.hostile.case import Case
from tests.hostile.unsafe import unsafe_in
from tests.support import texts_in


def failures(case: Case, reading: Reading) -> Iterator[str]:
    """Yield what is not as expected, each on a line."""
    messages = [problem.at("").removeprefix(":") for problem in reading.problems]
    if (reading.brief is not None) != case.opens:
        yield f"{'refused' if case.opens else 'opened'}, with {messages[:3]}"
    if not case.opens and not any(problem.level is Level.ERROR for problem in reading.problems):
        yield "refused without an error"
    if case.silent and messages:
        yield f"said {messages[:3]}"
    for said in case.says:
        if not any(said in message for message in messages):
            yield f"did not say {said!r}, but {messages[:3]}"
    if any(problem.line < 1 or problem.column < 1 for problem in reading.problems):
        yield "a message without a place"
    yield from (f"an unsafe message: {said!r}" for said in messages if "\n" in said or unsafe_in(said))
    yield from _failures_of_texts(case, set(texts_in(reading.brief)))


def _failures_of_texts(case: Case, texts: set[str]) -> Iterator[str]:
    yield from (f"unsafe text in the model: {text[:80]!r}" for text in texts if unsafe_in(text))
    yield from (f"{shown[:80]!r} is not shown" for shown in case.shows if shown not in texts)
