"""Names in running text: whose they are, and that what is none is left alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.mentions import Mentions
from tests.support import brief_of

BRIEF = """\
title: Talks
officials:
  - {id: singh, name: Rajnath Singh, country: IN, aliases: [Raksha Mantri]}
  - Lloyd J. Austin (US)
  - Kishida Fumio (JP)
  - Émile Zola-Béart (FR)
  - Manmohan Singh (IN)
  - Mark Rutte (NL)
  - Embassy of India (IN)
  - Lloyd J. Austin, Chair (US)
agenda:
  - {topic: Radar, who: [singh, Jens Stoltenberg, nobody]}
"""
MENTIONS = Mentions(brief_of(BRIEF))


def found(text: str) -> list[tuple[str, object]]:
    return [(text[start:end], who) for start, end, who in MENTIONS.find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rajnath Singh met LLOYD J AUSTIN.", [("Rajnath Singh", 0), ("LLOYD J AUSTIN", 1)]),
        ("the Raksha Mantri spoke", [("Raksha Mantri", 0)]),
        ("Austin's radar; Kishida and Fumio agree", [("Austin", 1), ("Kishida", 2), ("Fumio", 2)]),
        ("Emile Zola Beart, once Béart", [("Emile Zola Beart", 3), ("Béart", 3)]),
        ("Singh is two, singh too", []),
        ("Mark this. Mark Rutte did. Rutte left", [("Mark Rutte", 5), ("Rutte", 5)]),
        ("India and the Embassy of India", [("Embassy of India", 6)]),
        (
            "Jens Stoltenberg is not among them, Stoltenberg and nobody neither",
            [("Jens Stoltenberg", "Jens Stoltenberg")],
        ),
        ("austin is a town, Austinville another", []),
        ("Rajnath\nSingh; Rajnath — Singh", [("Rajnath", 0), ("Rajnath", 0)]),
    ],
)
def test_names_and_what_is_none(text: str, names: list[tuple[str, object]]) -> None:
    assert found(text) == names


@given(st.lists(st.sampled_from(["Rajnath", "Singh", "Austin", "Lloyd J.", " ", ", ", "ß", "İ", "of", "\u0301"])))
def test_what_is_found_is_in_order_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    spans = [(start, end) for start, end, _ in MENTIONS.find(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_a_brief_without_people_names_nobody() -> None:
    assert list(Mentions(brief_of("title: Alone\n")).find("Rajnath Singh")) == []
