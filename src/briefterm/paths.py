"""Where briefterm keeps what is its own: platformdirs' folders, nothing else."""

import hashlib
import os
from pathlib import Path

import platformdirs

_APP = "briefterm"


def cache_root() -> Path:
    """Return the folder of disposable files. It may not exist yet."""
    return platformdirs.user_cache_path(_APP, appauthor=False)


def config_file() -> Path:
    """Return the path of the configuration file. It may not exist."""
    return platformdirs.user_config_path(_APP, appauthor=False) / "config.yaml"


def library_cache(library: Path) -> Path:
    """Return the cache folder of one library, named by its real path so that two libraries never share one."""
    real = os.path.realpath(library)
    digest = hashlib.blake2b(os.fsencode(real), digest_size=8).hexdigest()
    name = "".join(char if char.isascii() and char.isalnum() else "-" for char in Path(real).name)[:24]
    return cache_root() / "libraries" / f"{name}-{digest}"


def shipped_briefs() -> Path:
    """Return the folder of the briefs that come with briefterm: in the wheel, or in a checkout."""
    inside = Path(__file__).parent / "shipped"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "briefs"


def private_folder(path: Path) -> Path:
    """Make `path` and its parents, readable by this user alone, and return it. Raises OSError if that cannot be."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path
