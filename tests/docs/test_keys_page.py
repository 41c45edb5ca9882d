from briefterm.ui.commands import COMMANDS
from briefterm.ui.keys_page import markdown
from tests.support import ROOT


def test_the_page_on_keys_is_what_the_registry_says() -> None:
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == markdown()


def test_it_names_every_command_once() -> None:
    page = markdown()
    assert all(page.count(f"| `{command.id}` |") == 1 for command in COMMANDS)
