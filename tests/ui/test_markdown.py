import pytest

from briefterm.ui.ink import PLAIN
from briefterm.ui.text.markdown import markdown
from briefterm.ui.text.marks import unmarked
from tests.hostile.unsafe import unsafe_in


def shown(text: str) -> str:
    return "\n".join(block.lead.plain + block.body.plain for block in markdown(text, PLAIN, unmarked))


@pytest.mark.parametrize(
    "text",
    [
        "a &#x202e; *b*",
        "`a` &#xe0041;",
        "[a](http://x/%1b%5d0;owned%07)",
        "<http://x/%E2%80%AEgpj>",
        "![&#x202e;](x)",
        "[&#xfeff;](<x&#x9b;>)",
        "# &ZeroWidthSpace; a",
        "|a|\n|-|\n|&#x2066;|\n",
    ],
)
def test_what_entities_and_addresses_stand_for_is_made_safe_too(text: str) -> None:
    assert unsafe_in(shown(text)) == ""


def test_a_link_says_where_it_leads_once() -> None:
    assert shown("[here](http://x/y)") == "here (http://x/y)"
    assert shown("<http://x/y>") == "http://x/y"
    assert shown("[to http://x/y](http://x/y) [a](b)") == "to http://x/y a (b)"
    assert len(shown(f"[a]({'x' * 5_000})")) < 300


@pytest.mark.parametrize("text", ["[" * 20_000, "*a* " * 60_000, "|" + "a|" * 100 + "\n|" + "-|" * 100 + "\n"])
def test_too_much_to_be_meant_is_shown_as_it_is_written(text: str) -> None:
    assert shown(text).split() == text.split()


def test_as_much_as_a_person_writes_is_set() -> None:
    assert shown("[a](b) " * 1_000).count("a (b)") == 1_000
    assert "• a" in shown("- a\n" * 2_000)
