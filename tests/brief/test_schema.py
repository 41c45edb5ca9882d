import pytest
import yaml
from jsonschema import Draft202012Validator

from briefterm.brief.fields import AGENDA, BRIEF, OFFICIAL, SOURCE, TIMELINE, Table
from briefterm.brief.schema import json_schema
from briefterm.paths import shipped_briefs
from tests.support import TALKS

VALIDATOR = Draft202012Validator(json_schema())


class Texts(yaml.SafeLoader):
    """YAML without dates, as editors read it."""


Texts.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def valid(text: str) -> bool:
    return bool(VALIDATOR.is_valid(yaml.load(text, Texts)))


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("file", sorted(shipped_briefs().glob("*.yaml")), ids=lambda file: file.stem)
def test_it_accepts_the_shipped_briefs(file: "object") -> None:
    from pathlib import Path

    assert isinstance(file, Path)
    assert list(VALIDATOR.iter_errors(yaml.load(file.read_text(encoding="utf-8"), Texts))) == []


def test_it_accepts_short_forms() -> None:
    assert valid(TALKS)


@pytest.mark.parametrize(
    "text",
    [
        "kind: visit",
        "title: T\ndate: yesterday",
        "title: T\nstatus: finnal",
        "title: T\nofficials: [{title: Minister, country: IN}]",
        "title: T\nofficials: [{name: A, rank: first}]",
    ],
)
def test_it_refuses_what_the_reader_warns_of(text: str) -> None:
    assert not valid(text)


@pytest.mark.parametrize("table", [BRIEF, OFFICIAL, AGENDA, TIMELINE, SOURCE], ids=lambda table: table.name)
def test_it_knows_every_field(table: Table) -> None:
    schema = json_schema()
    found = schema if table is BRIEF else next(f for f in schema["$defs"][table.name]["anyOf"] if "properties" in f)
    assert set(found["properties"]) == set(table.by_name)
    assert all(known["description"] for known in found["properties"].values())
