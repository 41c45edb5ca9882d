"""What the person has set: flags over environment over the configuration file over defaults."""

from briefterm.config.places import at_home, library_folder
from briefterm.config.reading import Config, Reading, Remapped, Setting, load, read

__all__ = ["Config", "Reading", "Remapped", "Setting", "at_home", "library_folder", "load", "read"]
