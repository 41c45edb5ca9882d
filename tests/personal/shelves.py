"""Catalogues of briefs made in memory, without files."""

from collections.abc import Iterable

from briefterm.brief.model import Brief
from briefterm.brief.safe import shorten
from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import LONGEST, Entry
from briefterm.library.files import Stamp
from briefterm.library.memory import NOTHING


def catalogue_of(briefs: Iterable[Brief]) -> Catalogue:
    catalogue = Catalogue.in_memory()
    catalogue.put(
        (Stamp(f"{brief.id}.yaml", 1, 1), Entry(f"{brief.id}.yaml", brief.id, shorten(brief.title, LONGEST)), NOTHING)
        for brief in briefs
    )
    return catalogue
