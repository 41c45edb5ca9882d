import pytest

from briefterm.brief.reader import read
from tests.hostile.corpus import THEMES, corpus
from tests.hostile.judging import failures
from tests.support import run_python

COSTLY = ("size",)


def test_there_are_many_and_each_has_a_name_of_its_own_and_a_reason() -> None:
    names = [(theme, case.name) for theme, case in corpus()]
    assert len(names) > 300
    assert len(set(names)) == len(names)
    assert all(case.why and "/" not in case.name for _, case in corpus())


@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme not in COSTLY])
def test_each_opens_or_is_refused_as_expected(theme: str) -> None:
    wrong = [
        f"{case.name} ({case.why}): {failure}"
        for case in THEMES[theme]()
        for failure in failures(case, read(case.data(), "folder/name"))
    ]
    assert wrong == []


def test_the_costly_ones_keep_within_their_limits_too() -> None:
    """Each in a child that the system ends if it takes more memory or processor time than a brief may ever need."""
    done = run_python("-m", "tests.hostile", "--read", "--only", ",".join(COSTLY))
    assert done.status == 0, done.out
