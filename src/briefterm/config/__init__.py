"""What the person has set: flags over environment over the configuration file over what was chosen in the app."""

from briefterm.config.places import Chosen, at_home, chosen_library, library_folder
from briefterm.config.reading import Config, Reading, Remapped, Setting, load, read

__all__ = [
    "Chosen",
    "Config",
    "Reading",
    "Remapped",
    "Setting",
    "at_home",
    "chosen_library",
    "library_folder",
    "load",
    "read",
]
