import re

import yaml
from jsonschema import Draft202012Validator

from briefterm.brief.fields import AGENDA, BRIEF, OBJECTIVES, OFFICIAL, SOURCE, TIMELINE
from briefterm.brief.schema import json_schema
from briefterm.brief.template import template
from tests.support import sound


def test_it_is_a_brief_as_it_stands() -> None:
    brief = sound(template())
    assert (brief.title, brief.status, brief.officials) == ("Title of the brief", "draft", ())


def everything() -> str:
    """Return the template with every comment sign taken away that stands before a field."""
    head, _, rest = template().partition("\n\n")
    return head + "\n\n" + re.sub(r"^# ", "", rest, flags=re.MULTILINE)


def test_every_field_taken_together_is_sound_too() -> None:
    brief = sound(everything())
    assert [len(items) for items in (brief.officials, brief.agenda, brief.timeline, brief.sources)] == [2, 2, 2, 2]
    assert brief.objectives.ours == ("A date for the exercise",)
    assert brief.agenda[1].place is not None
    assert brief.agenda[1].place.city == "Nairobi"


def test_every_field_is_there_with_what_it_is_for() -> None:
    text = template()
    for table in (BRIEF, OFFICIAL, AGENDA, TIMELINE, SOURCE, OBJECTIVES):
        for known in table.fields:
            assert re.search(rf"^[# -]*{known.name}:.*  # {re.escape(known.doc)}", text, re.MULTILINE), known.name


def test_it_names_its_schema_which_accepts_it() -> None:
    assert template("../x.json").startswith("# yaml-language-server: $schema=../x.json\n# A brief.")
    assert "yaml-language-server" not in template()
    loaded = yaml.load(everything(), yaml.BaseLoader)
    loaded["officials"][1]["rank"] = int(loaded["officials"][1]["rank"])
    loaded["officials"][1]["to"] = None
    assert list(Draft202012Validator(json_schema()).iter_errors(loaded)) == []
