"""A file as it was in a revision that git keeps."""

import os
import subprocess
from pathlib import Path

from briefterm.brief.safe import safe_line
from briefterm.errors import UsageError

_SECONDS = 30


def split_revision(named: str) -> tuple[str, str]:
    """Return the file and the revision in `FILE@REV`; the revision is empty where none is named.

    A file whose own name has an `@` is found first, so that `a@b.yaml@HEAD` is the file `a@b.yaml`.
    """
    if "@" not in named or Path(named).exists():
        return named, ""
    parts = named.split("@")
    for count in range(len(parts) - 1, 0, -1):
        file, revision = "@".join(parts[:count]), "@".join(parts[count:])
        if Path(file).exists():
            return file, revision
    return parts[0], "@".join(parts[1:])


def file_at(file: Path, revision: str) -> bytes:
    """Return the bytes of `file` in `revision`, a name of git's such as `HEAD~1`. Raises UsageError.

    Git is run without a shell, reads one object, and runs nothing that the repository's configuration names.
    """
    if not revision or revision.startswith("-") or ":" in revision:
        raise UsageError(f"`{safe_line(revision)}` is no revision; write one such as HEAD~1")
    command = ["git", "-c", "core.fsmonitor=false", "cat-file", "blob", f"{revision}:./{file.name}"]
    environment = {**os.environ, "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and the arguments are one revision and one name
            command, cwd=file.parent, env=environment, capture_output=True, timeout=_SECONDS, check=False
        )
    except FileNotFoundError:
        what = "git is not installed" if file.parent.is_dir() else f"{file.parent} does not exist"
        raise UsageError(f"{what}; name two files") from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"git did not answer within {_SECONDS} seconds") from None
    if done.returncode:
        said = safe_line(done.stderr.decode("utf-8", "replace").strip().partition("\n")[0])
        raise UsageError(f"{file}@{revision}: {said.removeprefix('fatal: ') or 'git cannot read it'}")
    return done.stdout
