"""Whether somebody is here for the first time, and has been shown around."""

from pathlib import Path

from briefterm import paths


def first_launch() -> bool:
    """Return whether nothing here is the person's own yet: no setting, no note, no choice, and no tour was shown."""
    own = (paths.config_file(), paths.tour_file(), paths.theme_file(), paths.library_file(), paths.libraries_file())
    return not any(map(Path.exists, own)) and _empty(paths.data_folder())


def shown_around() -> None:
    """Remember that the tour was shown. Raises OSError."""
    from briefterm.atomic import write_atomically

    paths.private_folder(paths.state_folder())
    write_atomically(paths.tour_file(), b"shown\n")


def _empty(folder: Path) -> bool:
    try:
        return next(folder.iterdir(), None) is None
    except OSError:
        return True
