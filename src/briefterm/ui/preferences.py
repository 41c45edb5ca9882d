"""What the person has set, as the app uses it: keys, themes and searches, and what is wrong with any of them.

Nothing here fails: what cannot be read is left at its default and said.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefterm import paths
from briefterm.brief.safe import safe_line
from briefterm.config import Config, read
from briefterm.locales import ENGLISH, Locale, locale_of
from briefterm.ui.keymap import Keymap, keymap
from briefterm.ui.looks import DARK, Choice, UserTheme, choice, kept_theme, user_themes


@dataclass(frozen=True, slots=True)
class Preferences:
    """`said` names what is wrong, `path:line:column: error: key: ...` each; `wrong` is wrong outside of files.

    `flag` is the theme that the command line names; `linear` says whether the app begins in the linear mode.
    """

    config: Config = field(default_factory=Config)
    keymap: Keymap = field(default_factory=Keymap)
    themes: tuple[UserTheme, ...] = ()
    theme: Choice = field(default_factory=lambda: Choice(DARK, "default"))
    said: tuple[str, ...] = ()
    wrong: str = ""
    flag: str = ""
    linear: bool = False
    locale: Locale = ENGLISH

    @property
    def notice(self) -> str:
        """The first thing that is wrong, for one line, after how many there are; empty where all is well."""
        said = (self.wrong, *self.said) if self.wrong else self.said
        if not said:
            return ""
        first = said[0].removeprefix(safe_line(str(paths.config_file().parent)) + os.sep)
        return f"{len(said)} problems, see briefterm config --show: {first}" if len(said) > 1 else first


def preferences(theme: str = "", environ: Mapping[str, str] = os.environ, *, linear: bool | None = None) -> Preferences:
    """Return what holds now; `theme` is the one the command line names, which may ask for the `linear` mode or not."""
    reading = read()
    keys, wrong_keys = keymap(reading.config.keys)
    themes, said_of_themes = user_themes(paths.themes_folder())
    wanted, wrong_theme, wrong = choice(theme, environ, reading.config.theme, kept_theme(paths.theme_file()), themes)
    problems = sorted((*reading.problems, *wrong_keys, *wrong_theme))
    said = tuple(problem.at(safe_line(str(reading.file))) for problem in problems)
    return Preferences(
        reading.config,
        keys,
        themes,
        wanted,
        said + said_of_themes,
        wrong,
        theme,
        reading.config.linear if linear is None else linear,
        locale_of(reading.config.locale, environ),
    )
