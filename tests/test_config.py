from pathlib import Path

import pytest

from briefterm.config import Config, Remapped, Setting, load
from briefterm.config import read as reading_of
from briefterm.config.reading import SETTINGS
from briefterm.config.template import TEMPLATE
from briefterm.errors import UsageError


def read(tmp_path: Path, text: str) -> Config:
    file = tmp_path / "config.yaml"
    file.write_text(text)
    return load(file)


def test_an_absent_file_says_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "none.yaml") == Config()


def test_all_settings(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        "library: briefs\nhome: Asia/Kolkata\n"
        'searches:\n  week: date:this-week\n  quad: country:IN "new delhi"\nstart: "@week"\n',
    )
    searches = {"week": "date:this-week", "quad": 'country:IN "new delhi"'}
    assert config == Config(tmp_path / "briefs", searches, "@week", "Asia/Kolkata")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("libary: x\n", "config.yaml:1:1: error: libary: unknown setting; did you mean `library`?"),
        ("searches: [a]\n", "config.yaml:1:11: error: searches: here stands a list; write a name and a query on each"),
        ("searches:\n  a: [b]\n", "config.yaml:2:6: error: searches.a: here stands a list; write one text"),
        ("library: {a: b}\n", "config.yaml:1:10: error: library: here stands a mapping; write one text"),
        ("library: ~nobody-here/x\n", "config.yaml:1:10: error: library: no user `~nobody-here/x` has a home here"),
        ("- a\n", "config.yaml:1:1: error: config: here stands a list; write a setting and its value on each line"),
        (
            "searches: {week: date:2023}\nstart: '@weak'\n",
            "config.yaml:2:8: error: start: there is no search `@weak`; did",
        ),
        ("keys: [a]\n", "config.yaml:1:7: error: keys: here stands a list; write a command and its keys"),
        ("keys:\n  app.quit: {a: b}\n", "config.yaml:2:13: error: keys.app.quit: write the keys in one line"),
        ("theme: [a]\n", "config.yaml:1:8: error: theme: here stands a list; write one text"),
        (
            "home: Asia/Kolkatta\n",
            "config.yaml:1:7: error: home: `Asia/Kolkatta` is no time zone; did you mean `Asia/Kolk",
        ),
        ("home: xyzzyx\n", "home: `xyzzyx` is no time zone; write one such as Asia/Kolkata"),
        ("locale: dee\n", "config.yaml:1:9: error: locale: `dee` is no locale; did you mean"),
        ("locale: [de]\n", "config.yaml:1:9: error: locale: here stands a list; write one text"),
        ("library: [\n", "config.yaml:1:10: error"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(UsageError) as raised:
        read(tmp_path, text)
    assert says in str(raised.value)


def test_all_that_is_wrong_is_said_at_once_and_the_rest_is_read(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text("libary: x\ntheme: [a]\nstart: navy\nsearches: no\n")
    reading = reading_of(file)
    assert [problem.line for problem in reading.problems] == [1, 2, 4]
    assert reading.config.start == "navy"
    with pytest.raises(UsageError) as raised:
        load(file)
    assert str(raised.value).count("\n") == 3


def test_keys_are_read_with_their_places(tmp_path: Path) -> None:
    config = read(tmp_path, 'keys:\n  search.open: ctrl+f, /\n  app.quit: [Q, ","]\n  app.help: ","\n  app.back: ""\n')
    assert [(one.command.text, [key.text for key in one.keys]) for one in config.keys] == [
        ("search.open", ["ctrl+f", "/"]),
        ("app.quit", ["Q", ","]),
        ("app.help", [","]),
        ("app.back", []),
    ]
    assert config.keys[1] == Remapped(Setting("app.quit", 3, 3), (Setting("Q", 3, 14), Setting(",", 3, 17)))


def test_the_template_says_nothing_until_it_is_uncommented(tmp_path: Path) -> None:
    assert read(tmp_path, TEMPLATE) == Config()
    lines = (line[1:] if line.startswith("#") and line[1:2] != " " else line for line in TEMPLATE.splitlines())
    nested = (line.replace("#  ", "  ") if line.startswith("#  ") else line for line in lines)
    config = read(tmp_path, "\n".join(nested))
    assert set(config.lines) == set(SETTINGS)
    assert config.start == "@week"


@pytest.mark.parametrize(
    ("written", "linear"),
    [("true", True), ("True", True), ("yes", True), ("on", True), ("false", False), ("no", False)],
)
def test_the_linear_mode_is_on_or_off(written: str, linear: bool, tmp_path: Path) -> None:
    assert read(tmp_path, f"linear: {written}\n").linear is linear


def test_what_is_neither_on_nor_off_is_said(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text("linear: perhaps\n")
    found = reading_of(file)
    assert not found.config.linear
    assert [problem.message for problem in found.problems] == ["`perhaps` says neither yes nor no; write true or false"]
