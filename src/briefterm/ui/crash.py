"""What is kept of a crash: where it happened and in which versions, and nothing of what was on the screen.

Messages of exceptions are left out with the locals: either may hold text of a brief.
"""

import platform
import sys
import traceback
from datetime import datetime
from pathlib import Path

import textual

import briefterm
from briefterm import paths
from briefterm.atomic import write_atomically


def report(error: BaseException, now: datetime) -> str:
    """Return the report on an error: kinds of exceptions, and the lines of code that led to them."""
    lines = [
        f"briefterm {briefterm.__version__}, textual {textual.__version__}, Python {sys.version.split()[0]}",
        f"{platform.system()} {platform.release()}, {now:%Y-%m-%d %H:%M}",
    ]
    chain: BaseException | None = error
    while chain is not None:
        lines.append(f"\n{type(chain).__module__}.{type(chain).__qualname__}")
        lines.extend(
            f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(chain.__traceback__)
        )
        chain = chain.__cause__ or chain.__context__
    return "\n".join(lines) + "\n"


def keep(text: str, now: datetime) -> Path:
    """Write a report into the log folder and return its path. Raises OSError."""
    folder = paths.private_folder(paths.log_folder())
    file = folder / f"crash-{now:%Y%m%d-%H%M%S}.txt"
    write_atomically(file, text.encode("utf-8", "replace"))
    return file
