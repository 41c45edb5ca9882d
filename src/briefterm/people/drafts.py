"""A draft of people.yaml of those who share a name and may be one person, for somebody who knows them to go through."""

import json
from collections.abc import Iterator

from briefterm.people.directory import Directory, Person, Wanted

_HEAD = """\
# A draft. Each entry makes one person of several who have a name in common, and no country against it.
# Delete those of which you are not sure, and save the rest as people.yaml in the folder of briefs.
"""


def draft(directory: Directory) -> str:
    """Return the text of a people.yaml in which each entry would make one person of several; empty where none would."""
    entries = [_entry(group) for group in _groups(directory)]
    return _HEAD + "".join(entries) if entries else ""


def _groups(directory: Directory) -> Iterator[list[Person]]:
    """Yield people of one name who could be one, the most frequent first. Those people.yaml knows are left alone."""
    seen: set[str] = set()
    for person in directory.filtered(Wanted()):
        if person.key in seen or person.bare or person.declared:
            continue
        group = [person, *(one for one in directory.namesakes(person) if not one.declared and one.key not in seen)]
        countries = {country for one in group for country in one.countries}
        if len(group) > 1 and len(countries) < 2 and any(one.ids for one in group):
            seen.update(one.key for one in group)
            yield sorted(group, key=lambda one: (-one.briefs, one.key))


def _entry(group: list[Person]) -> str:
    ids = list(dict.fromkeys(one for person in group for one in person.ids))
    names = list(dict.fromkeys(person.name for person in group))
    country = next((country for person in group for country in person.countries), "")
    lines = [f"- name: {_quoted(names[0])}"]
    lines += [f"  country: {_quoted(country)}"] if country else []
    lines += [f"  ids: [{', '.join(map(_quoted, ids))}]"]
    lines += [f"  aliases: [{', '.join(map(_quoted, names[1:]))}]"] if names[1:] else []
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Return `text` as a scalar of YAML: JSON's strings are."""
    return json.dumps(text, ensure_ascii=False)
