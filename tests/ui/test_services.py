"""What runs beside the screen: the one search there is, lent to threads."""

import asyncio
from datetime import date
from pathlib import Path

import pytest
from textual.message import Message

from briefterm import paths
from briefterm.archive import Archive
from briefterm.search.finder import SupersededError
from briefterm.ui.messages import OwnChanged
from briefterm.ui.services import Services
from tests.support import write_library


@pytest.fixture
def posted() -> list[Message]:
    return []


@pytest.fixture
def services(tmp_path: Path, own_folders: Path, posted: list[Message]) -> Services:
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


async def test_of_what_is_the_readers_own_only_notes_and_bookmarks_are_told(
    services: Services, posted: list[Message]
) -> None:
    for folder in (paths.notes_folder() / "a", paths.library_data(services._archive.library.root)):
        folder.mkdir(parents=True)
    services.watch()
    try:
        await asyncio.sleep(0.5)  # until it watches
        posted.clear()
        (paths.library_data(services._archive.library.root) / "recent").write_text("a.yaml\n")
        await asyncio.sleep(0.6)
        assert not posted
        for number in range(200):
            (paths.notes_folder() / "a" / "one.md").write_text(f"Ring first, {number}.\n")
            await asyncio.sleep(0.05)
            if any(isinstance(news, OwnChanged) for news in posted):
                return
        raise AssertionError("a note that has changed is not told of")
    finally:
        await services.close()
