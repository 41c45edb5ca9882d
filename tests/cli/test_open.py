import pytest

from tests.support import briefterm


@pytest.mark.parametrize("command", [[], ["open"]])
@pytest.mark.parametrize(
    ("time", "says"),
    [
        ("soon", "write a day and a time, as in 2023-11-10T09:30"),
        ("2023-11-10T09:30[Asia/Kolkatta]", "did you mean `Asia/Kolkata`?"),
    ],
)
def test_a_clock_that_cannot_be_set_is_wrong_usage(command: list[str], time: str, says: str) -> None:
    done = briefterm(*command, "--now", time)
    assert (done.status, done.out) == (2, "")
    assert says in done.err


def test_a_clock_that_can_be_set_is_no_reason_to_fail() -> None:
    assert "the app needs a terminal" in briefterm("--now", "2023-11-10T09:30").err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("--theme", "briefterm-light", "list"),
            "the command comes first: `briefterm list ...`; --theme is an option of the app alone",
        ),
        (
            ("--fresh", "--now=2023-11-10T09:30", "search", "navy"),
            "`briefterm search ...`; --now and --fresh are options of the app alone",
        ),
        (("--now=2023-11-10T09:30", "open", "visit"), "the command comes first: `briefterm open ...`; see"),
        (("--json", "list"), "the command comes first: `briefterm list ...`; see"),
    ],
)
def test_a_command_behind_options_is_told_to_come_first(arguments: tuple[str, ...], says: str) -> None:
    done = briefterm(*arguments)
    assert (done.status, done.out) == (2, "")
    assert says in done.err
    assert "did you mean" not in done.err
