"""What runs beside the screen: the one search there is, lent to threads."""

from datetime import date
from pathlib import Path

import pytest
from textual.message import Message

from briefterm.archive import Archive
from briefterm.search.finder import SupersededError
from briefterm.ui.services import Services
from tests.support import write_library


@pytest.fixture
def services(tmp_path: Path, own_folders: Path) -> Services:
    posted: list[Message] = []
    return Services(
        Archive.of(write_library(tmp_path / "library", {"a.yaml": "title: A\n"})), posted.append, date.today
    )


def test_a_search_that_is_overtaken_keeps_the_index_open(services: Services) -> None:
    with services.finder() as first:
        pass
    with pytest.raises(SupersededError), services.finder():
        raise SupersededError
    with services.finder() as second:
        assert second is first


def test_a_search_that_fails_is_made_anew(services: Services) -> None:
    with services.finder() as first:
        pass
    with pytest.raises(ZeroDivisionError), services.finder():
        raise ZeroDivisionError
    with services.finder() as second:
        assert second is not first
