"""What every test has: folders of its own instead of the user's, and property tests that run the same way each time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support import LIBRARY, write_library

settings.register_profile(
    "steady",
    deadline=None,
    database=None,
    derandomize=True,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "deep",
    deadline=None,
    database=None,
    max_examples=5000,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")  # for a longer search: pytest --hypothesis-profile=deep


@pytest.fixture(scope="session", autouse=True)
def folders_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep fixtures that outlive a test away from the user's folders too."""
    with pytest.MonkeyPatch.context() as patch:
        _move_to(tmp_path_factory.mktemp("home"), patch)
        yield


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the test away from the user's cache, configuration and library, and return where its own lie."""
    home = tmp_path_factory.mktemp("home")
    _move_to(home, monkeypatch)
    return home


def _move_to(home: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("HOME", str(home))
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        folder = home / kind.lower()
        folder.mkdir()
        patch.setenv(f"XDG_{kind}_HOME", str(folder))
    patch.delenv("BRIEFTERM_LIBRARY", raising=False)
    patch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A small library: three sound briefs and one that cannot be read."""
    return write_library(tmp_path / "library", LIBRARY)
