"""A file in the person's editor."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from briefterm.errors import UsageError

_COMMON = ("editor", "nano", "vim", "vi")


def edit(file: Path) -> int:
    """Open `file` in $VISUAL, else $EDITOR, else what the system has; return the editor's exit status.

    Raises UsageError where there is no editor.
    """
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or next(filter(shutil.which, _COMMON), "")
    try:
        words = shlex.split(named)
    except ValueError:
        raise UsageError(f"$VISUAL or $EDITOR is `{named}`, which has a quote too few; mend it") from None
    if not words:
        raise UsageError(f"there is no editor; set $EDITOR, or edit {file} yourself")
    try:
        return subprocess.run([*words, os.fspath(file)], check=False).returncode  # noqa: S603 - the person's own
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"the editor `{words[0]}` cannot be run ({reason}); set $EDITOR to another") from None
