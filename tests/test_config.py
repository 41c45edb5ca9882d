from pathlib import Path

import pytest

from briefterm.config import Config, load
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
        ("searches: [a]\n", "config.yaml:1:11: error: searches: write a name and a query on each line"),
        ("searches:\n  a: [b]\n", "config.yaml:2:6: error: searches.a: write one text"),
        ("library: {a: b}\n", "config.yaml:1:10: error: library: write one text"),
        (
            "home: Asia/Kolkatta\n",
            "config.yaml:1:7: error: home: `Asia/Kolkatta` is no time zone; did you mean `Asia/Kolk",
        ),
        ("home: xyzzyx\n", "home: `xyzzyx` is no time zone; write one such as Asia/Kolkata"),
        ("- a\n", "config.yaml:1:1: error: config: write `library: FOLDER`"),
        ("library: [\n", "config.yaml:2:1: error"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(UsageError) as raised:
        read(tmp_path, text)
    assert says in str(raised.value)
