"""Errors that end a command, told to the person who can put them right.

BrieftermError
├── UsageError        the command line or the configuration asks for something that cannot be; exit status 2
├── LibraryError      the folder of briefs cannot be read; exit status 2
├── CacheError        nothing can be kept in the cache folder; exit status 1, where it is not done without
└── DamagedError      (library.catalogue) the catalogue holds what we did not write; exit status 1
"""


class BrieftermError(Exception):
    """Anything that ends a command with a message of one line and exit status `status`."""

    status = 1


class UsageError(BrieftermError):
    """What was asked for cannot be done as asked."""

    status = 2


class CacheError(BrieftermError):
    """The cache folder cannot be read or written."""


class LibraryError(BrieftermError):
    """The library's folder is missing or cannot be read."""

    status = 2
