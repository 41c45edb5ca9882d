"""The formats a brief can be written in, by name, and the one way to write one."""

import sys
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.util import find_spec
from pathlib import PurePath

from briefterm.brief.model import Brief
from briefterm.exchange.own import NOTHING, Own
from briefterm.exchange.written import Written


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, which is its files' suffix too, and what it is.

    `module` is what it needs beyond briefterm's own, and `package` what brings it. `document` tells whether it is one
    to be read, which can carry what is the reader's own.
    """

    name: str
    says: str
    binary: bool = False
    module: str = ""
    package: str = ""
    document: bool = False

    @property
    def missing(self) -> str:
        """What to do where its package is not installed; empty where it is."""
        if not self.module or find_spec(self.module) is not None:
            return ""
        own = sys.prefix != sys.base_prefix
        pip = f"{sys.executable} -m pip" if own else "pip"
        return f"{self.name} needs more packages: `{pip} install {self.package}`"


OUT = {
    made.name: made
    for made in (
        Format("md", "Markdown", document=True),
        Format("html", "one web page, fit to print", document=True),
        Format("ics", "iCalendar: everything with a day"),
        Format("json", "every field, as `import` reads it back"),
        Format("vcf", "vCard 4: the officials"),
        Format("docx", "Word", binary=True, module="docx", package="python-docx", document=True),
        Format("pdf", "PDF", binary=True, module="fpdf", package="fpdf2 uharfbuzz", document=True),
    )
}

_ALSO = {"markdown": "md", "mkd": "md", "htm": "html", "ical": "ics", "vcard": "vcf"}


def named_for(name: str) -> Format | None:
    """Return the format that the suffix of a file's name stands for; None where it stands for none of ours."""
    suffix = PurePath(name).suffix[1:].lower()
    return OUT.get(_ALSO.get(suffix, suffix))


def write(brief: Brief, name: str, stamp: datetime, own: Own = NOTHING) -> Written:
    """Return `brief` in the format of that name, made at `stamp`; without a byte where there is nothing to write.

    What the reader has of their `own` on it goes out only if it is given, and into documents alone; what else cannot
    carry it says so. Raises ImportError where the format's package is missing.
    """
    if OUT[name].document:
        return _document(brief, name, stamp, own)
    written = _values(brief, name, stamp)
    if not own or not written.data:
        return written
    return replace(written, left_out=(*written.left_out, f"{own.counts}, which {name} cannot carry"))


def _values(brief: Brief, name: str, stamp: datetime) -> Written:
    if name == "ics":
        from briefterm.exchange.writers import ics

        return ics.write(brief, stamp)
    if name == "vcf":
        from briefterm.exchange.writers import vcf

        return vcf.write(brief)
    from briefterm.exchange.writers import json

    return Written(json.write(brief).encode())


def _document(brief: Brief, name: str, stamp: datetime, own: Own) -> Written:
    from briefterm.exchange.outlining import outline_of

    outline = outline_of(brief, own)
    if name == "html":
        from briefterm.exchange.linked import json_ld
        from briefterm.exchange.writers import html

        return Written(html.write(outline, json_ld(brief)).encode())
    if name == "docx":
        from briefterm.exchange.writers import docx

        return Written(docx.write(outline, stamp))
    if name == "pdf":
        from briefterm.exchange.writers import pdf

        return pdf.write(outline, stamp)
    from briefterm.exchange.writers import md

    return Written(md.write(outline).encode())


def file_stem(brief_id: str) -> str:
    """Return a flat, safe name for a file: an id without what a path could be made of, at most 120 bytes long.

    `/` becomes `--`; letters and digits of any script, `.`, `_`, `+` and `-` stay; all else becomes `_`.
    """
    flat = brief_id.strip("/").replace("/", "--")
    kept = "".join(char if char.isalnum() or char in "._+-" else "_" for char in flat).lstrip(".-")
    cut = kept.encode()[:120].decode(errors="ignore").rstrip(".")
    return cut or "brief"
