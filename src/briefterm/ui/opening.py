"""What the reader begins with."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefterm.personal.session import Session


@dataclass(frozen=True, slots=True)
class Opening:
    """A brief's `path`, or the query to `search` for, or the `session` to go on with; else the first of the library.

    `notice` stands above until something else does, `greeting` in the footer.
    """

    path: str = ""
    search: str = ""
    session: "Session | None" = None
    notice: str = ""
    greeting: str = ""
