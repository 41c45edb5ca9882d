"""What a command is, and where it holds."""

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where a command holds."""

    ANYWHERE = "Anywhere"
    EVERYWHERE = "Also while typing, and above every other screen"
    LIST = "In a list"
    TEXT = "In a text"
    BAR = "In the search bar"
    NOTE = "In a note"
    EXPORT = "While exporting"
    DIAL = "In two seconds, or thirty"
    THEMES = "While choosing colours"
    HELP = "In the help"
    JUMP = "While jumping"
    YOURS = "In what is yours: bookmarks, recent briefs, lost notes"
    BOOKMARKS = "Among the bookmarks"
    LOST = "Among the notes whose brief has gone"
    ABOVE = "In what stands above a brief, while nothing is typed"
    LOOKUP = "In a dossier, or related briefs"
    DIRECTORY = "In the directory of officials"
    TIMES = "In the timeline of the library"
    CALENDAR = "In the calendar of the library"
    TIMES_BAR = "In the line that narrows the timeline or the calendar"
    DAY = "In the day as bars"
    LIBRARY = "While choosing a folder"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do. `action` is Textual's name of the method; `footer` its short label there, if any.

    `counted` is the action after a count has been typed, `{}` in place of the number; empty where it takes none.
    """

    id: str
    title: str
    keys: tuple[str, ...]
    place: Place
    action: str
    footer: str = ""
    palette: bool = True
    counted: str = ""
