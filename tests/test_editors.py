from pathlib import Path

import pytest

from briefterm.editors import NoEditorError, command

FILE = Path("/briefs/a visit.yaml")
PLAIN, AT = "/briefs/a visit.yaml", "/briefs/a visit.yaml:12"


def anything(name: str) -> str:
    return f"/usr/bin/{name}"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("vim", ["vim", "+12", PLAIN]),
        ("/usr/local/bin/nvim -u NONE", ["/usr/local/bin/nvim", "-u", "NONE", "+12", PLAIN]),
        ("emacsclient -nw", ["emacsclient", "-nw", "+12", PLAIN]),
        ("kak", ["kak", "+12", PLAIN]),
        ("code", ["code", "--wait", "--goto", AT]),
        ("codium --wait", ["codium", "--wait", "--goto", AT]),
        ("code -w", ["code", "-w", "--goto", AT]),
        ("hx", ["hx", AT]),
        ("subl", ["subl", "--wait", AT]),
        ("'my editor' --fast", ["my editor", "--fast", PLAIN]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(written: str, expected: list[str]) -> None:
    assert command({"EDITOR": written}, FILE, 12, anything) == expected


def test_visual_goes_before_editor_and_an_empty_one_does_not_count() -> None:
    assert command({"VISUAL": "nano", "EDITOR": "vi"}, FILE, 1, anything)[0] == "nano"
    assert command({"VISUAL": " ", "EDITOR": "vi"}, FILE, 1, anything)[0] == "vi"


@pytest.mark.parametrize("there", ["nano", "vim", "vi"])
def test_without_either_the_first_that_exists_is_taken(there: str) -> None:
    assert command({}, FILE, 3, lambda name: name if name == there else None) == [there, "+3", PLAIN]


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "no editor is found; set $VISUAL or $EDITOR to yours"),
        ({"EDITOR": "emcas \x1b[31m"}, "$EDITOR names `emcas`, which is not found"),
        ({"VISUAL": "vim 'unclosed"}, "$VISUAL cannot be understood (no closing quotation): vim 'unclosed"),
    ],
)
def test_what_cannot_be_started_is_said(environment: dict[str, str], said: str) -> None:
    with pytest.raises(NoEditorError) as caught:
        command(environment, FILE, 1, lambda _: None)
    assert str(caught.value) == said


def test_a_file_whose_name_begins_like_an_option_is_a_file_all_the_same() -> None:
    assert command({"EDITOR": "vi"}, Path("-c.yaml"), 1, anything)[-1].endswith("/-c.yaml")
