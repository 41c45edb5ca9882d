import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefterm.brief.model import Official
from briefterm.brief.names import Strength, name_of, strength_of
from briefterm.library.rolls import Form, names_of
from briefterm.people.identity import UNCLAIMED, Known, persons


def form(name: str, country: str = "", person: str = "", *aliases: str) -> Form:
    official = Official(name, id=person, country=country, aliases=aliases)
    return Form(official.id, official.country, official.name, names_of((name, *aliases)))


def groups(*forms: Form) -> list[list[int]]:
    return [group.forms for group in persons(forms)]


def are_one(*forms: Form) -> bool:
    return len(groups(*forms)) == 1


@pytest.mark.parametrize(
    "forms",
    [
        [form("Rajnath Singh", "IN"), form("Singh Rajnath", "IN"), form("RAJNATH SINGH")],
        [form("Rajnath Singh", "IN", "singh"), form("Rajnath Singh", "IN")],
        [form("Rajnath Singh", "IN", "singh"), form("R. Singh", "IN", "singh")],
        [form("William J. Clinton", "US", "", "Bill Clinton"), form("Bill Clinton", "US")],
        [form("William J. Clinton", "US", "clinton-william-j"), form("Bill Clinton", "US", "clinton-william-j")],
        [form("William Howard Taft", "US", "taft"), form("William Howard Taft III", "US", "taft")],
        [form("George W. Bush", "US", "bush"), form("Bush", "", "bush")],
        [form("J. Smith", "GB"), form("J. Smith", "GB")],
        [form("Abdullah II", "JO"), form("Abdullah II", "JO", "king-abdullah-ii")],
        [form("Ana Lima", "BR", "a"), form("Eva Rosa", "BR", "", "Ana Lima"), form("Rosa Eva")],
    ],
)
def test_one_person(forms: list[Form]) -> None:
    assert are_one(*forms)


@pytest.mark.parametrize(
    "forms",
    [
        [form("John Smith", "US"), form("John Smith", "GB")],
        [form("John Smith", "US", "john"), form("John Smith", "US", "smith")],
        [form("John Smith", "US", "smith"), form("John Smith", "GB", "smith")],
        [form("William Howard Taft", "US"), form("William Howard Taft III", "US")],
        [form("Rajnath Singh", "IN", "singh"), form("Manmohan Singh", "IN", "singh")],
        [form("Klaus Kinkel", "DE", "foreign-minister"), form("Joschka Fischer", "DE", "foreign-minister")],
        [form("George W. Bush", "US", "bush-george-w"), form("Bush", "US")],
        [form("J. Smith", "GB"), form("J. Smith")],
        [form("John Henry Hilldring", "US"), form("John H. Hilldring", "US")],
        [form("Bush", "US", "president-bush"), form("Bush", "US")],
    ],
)
def test_two_persons(forms: list[Form]) -> None:
    assert len(groups(*forms)) == len(forms)


def test_who_may_be_either_of_two_is_neither() -> None:
    assert groups(form("John Smith", "US"), form("John Smith", "GB"), form("John Smith")) == [[0], [1], [2]]
    two_ids = [form("John Smith", "US", "a"), form("John Smith", "US", "b")]
    assert groups(*two_ids, form("John Smith", "US")) == [[0], [1], [2]]


def test_a_bare_name_does_not_join_two_who_have_its_id() -> None:
    found = groups(
        form("Rajnath Singh", "IN", "singh"), form("Manmohan Singh", "IN", "singh"), form("Singh", "", "singh")
    )
    assert found == [[0], [1], [2]]


def test_a_chain_of_aliases_does_not_join_two_persons() -> None:
    chain = [form("Ana Lima", "BR"), form("Eva Rosa", "", "", "Ana Lima", "Ivo Sand"), form("Ivo Sand", "PT")]
    assert groups(*chain) == [[0], [1], [2]]


def test_a_chain_of_aliases_that_joins_one_person() -> None:
    chain = [form("Ana Lima", "BR"), form("Eva Rosa", "", "", "Ana Lima", "Ivo Sand"), form("Ivo Sand", "BR")]
    assert are_one(*chain)


def test_an_entry_of_people_yaml_joins_what_it_claims() -> None:
    forms = [form("John Smith", "US", "john"), form("John Smith", "US", "smith"), form("J. Smith", "US")]
    known = [Known(("john", "smith"), names_of(("John Smith",)))]
    found = persons(forms, [0, 0, UNCLAIMED], known)
    assert [(group.forms, group.known) for group in found] == [([0, 1], 0), ([2], UNCLAIMED)]


def test_an_entry_without_ids_joins_the_one_of_its_name() -> None:
    known = [Known((), names_of(("John Smith",)))]
    (found,) = persons([form("John Smith", "US", "smith")], [UNCLAIMED], known)
    assert (found.forms, found.known) == ([0], 0)
    two = [form("John Smith", "US", "a"), form("John Smith", "US", "b")]
    assert [group.known for group in persons(two, [UNCLAIMED] * 2, known)] == [UNCLAIMED, UNCLAIMED]


def test_two_entries_are_two_persons() -> None:
    known = [Known((), names_of(("John Smith",)), "US"), Known((), names_of(("John Smith",)), "US")]
    forms = [form("John Smith", "US"), form("John Smith", "US", "x")]
    found = persons(forms, [0, 1], known)
    assert [(group.forms, group.known) for group in found] == [([0], 0), ([1], 1)]


def test_very_many_of_one_name_take_no_time_and_stay_apart() -> None:
    forms = [form("John Smith", "US", f"smith-{number}") for number in range(3000)]
    assert len(groups(*forms)) == 3000


def test_an_id_that_very_many_use_says_nothing() -> None:
    forms = [form(f"{chr(97 + number % 26) * 3} {number:05} lima", "BR", "minister") for number in range(3000)]
    assert len(groups(*forms, form("aaa 00000 lima", "BR", "minister", "x"))) == 3001


PARTS = st.sampled_from(["kim", "dae", "jung", "ana", "lima", "petr", "novak", "j"])
NAMES = st.lists(PARTS, min_size=1, max_size=3).map(" ".join)
FORMS = st.builds(
    lambda name, country, person, aliases: form(name, country, person, *aliases),
    NAMES,
    st.sampled_from(["", "", "KR", "BR", "CZ"]),
    st.sampled_from(["", "", "", "kim", "lima", "kim-dae-jung", "x"]),
    st.lists(NAMES, max_size=1),
)


@given(st.lists(FORMS, unique=True, max_size=9))
def test_two_ids_and_two_countries_never_merge_and_nobody_is_lost(forms: list[Form]) -> None:
    found = groups(*forms)
    assert sorted(index for group in found for index in group) == list(range(len(forms)))
    for group in found:
        assert len({forms[index].id for index in group} - {""}) <= 1
        assert len({forms[index].country for index in group} - {""}) <= 1


@given(st.lists(FORMS, unique=True, max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_briefs_does_not_matter(forms: list[Form], chance: random.Random) -> None:
    shuffled = list(forms)
    chance.shuffle(shuffled)

    def as_sets(given_forms: list[Form]) -> set[frozenset[Form]]:
        return {frozenset(given_forms[index] for index in group) for group in groups(*given_forms)}

    assert as_sets(forms) == as_sets(shuffled)


@given(
    st.lists(
        st.sampled_from(["rajnath", "singh", "søren", "dvořák", "josé", "nguyễn"]), min_size=2, max_size=3, unique=True
    ),
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from([str.upper, str.title, str.lower])), min_size=1, max_size=5),
    st.sampled_from(["", "x"]),
)
def test_order_accents_and_case_never_split_a_person(
    words: list[str], spellings: list[tuple[int, object]], person: str
) -> None:
    plain = str.maketrans("øřáéễ", "oraee")
    forms = [form(" ".join(words), "IN", person)]
    for number, (turned, case) in enumerate(spellings):
        at = turned % len(words)
        text = " ".join(words[at:] + words[:at])
        assert callable(case)
        forms.append(form(case(text.translate(plain) if number % 2 else text), "" if number % 3 else "IN"))
    name = name_of(forms[0].name)
    assume(name is not None and strength_of(name) is Strength.FULL)
    assert are_one(*forms)
