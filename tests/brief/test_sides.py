from briefterm.brief.sides import NOBODY, opposite, our_side
from tests.support import brief_of

PEOPLE = """\
title: Talks
officials:
- {id: a, name: Ann, country: IN, rank: 2}
- {id: b, name: Ben, country: US, rank: 2}
- {id: c, name: Cai, country: US, rank: 1}
- {id: d, name: Dov, country: US, side: mentioned}
agenda:
- {topic: A, who: [b, a, Nobody]}
- B
"""


def test_we_are_the_side_of_the_principal() -> None:
    assert our_side(brief_of(PEOPLE + "principal: a\n")).key == "IN"
    assert our_side(brief_of(PEOPLE)) is NOBODY
    assert our_side(brief_of(PEOPLE + "principal: The Minister\n")) is NOBODY


def test_opposite_are_those_named_else_all_who_attend_by_precedence() -> None:
    brief = brief_of(PEOPLE + "principal: a\n")
    assert opposite(brief, brief.agenda[0].who) == (1,)
    assert opposite(brief, brief.agenda[1].who) == (2, 1)


def test_without_a_principal_nobody_is_us() -> None:
    brief = brief_of(PEOPLE)
    assert opposite(brief, brief.agenda[0].who) == (1, 0)
    assert opposite(brief, brief.agenda[1].who) == (2, 0, 1)
