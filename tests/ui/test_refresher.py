"""What brings a library up to date beside the screen ends with the screen."""

import asyncio
from pathlib import Path

import pytest

from briefterm.archive import Archive
from briefterm.ui.refresher import Refresher
from tests.support import write_library


async def test_nothing_is_begun_after_it_was_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = Archive.of(write_library(tmp_path / "library", {"one.yaml": "title: One\n"}))
    begun: list[object] = []

    async def begin(*command: object, **_: object) -> None:
        begun.append(command)
        raise AssertionError

    monkeypatch.setattr(asyncio, "create_subprocess_exec", begin)
    refresher = Refresher(archive, lambda _: None)
    refreshing = asyncio.ensure_future(refresher.refresh())
    await asyncio.sleep(0)
    await refresher.close()
    await refreshing
    assert begun == []
