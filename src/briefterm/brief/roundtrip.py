"""A brief's YAML loaded to be changed and written again with its comments: ruamel.yaml, taught that all is text.

Only for text that our own reader has accepted: its limits keep what comes here small and shallow.
"""

from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString

WIDTH = 120


class CannotKeepError(Exception):
    """The text cannot be written again without losing something; the message says what."""


class _Texts(VersionedResolver):
    """Takes every scalar for the text it is: no numbers, dates or booleans that would be written differently."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        return self.DEFAULT_SCALAR_TAG if kind is ScalarNode else super().resolve(kind, value, implicit)


def load(text: str) -> Any:
    """Return the text's first document as ruamel's own containers. Raises CannotKeepError."""
    try:
        return _yaml().load(text)
    except Exception as error:  # it raises what it happens to run into
        raise CannotKeepError(_said(error)) from error


def dump(document: Any) -> str:
    """Return a document as text in the canonical layout. Raises CannotKeepError."""
    out = StringIO()
    try:
        _yaml().dump(document, out)
    except Exception as error:
        raise CannotKeepError(_said(error)) from error
    return out.getvalue()


def unfold(node: Any) -> None:
    """Give texts of several lines that were written without a style the block style, in place."""
    pending = [node]
    while pending:
        inner = pending.pop()
        if not isinstance(inner, CommentedMap | CommentedSeq) or inner.fa.flow_style():
            continue
        for key, value in list(inner.items() if isinstance(inner, CommentedMap) else enumerate(inner)):
            if type(value) is str and "\n" in value:
                inner[key] = LiteralScalarString(value)
            else:
                pending.append(value)


def _yaml() -> YAML:
    made = YAML(typ="rt")
    made.Resolver = _Texts
    made.preserve_quotes = True
    made.width = WIDTH
    made.indent(mapping=2, sequence=4, offset=2)
    return made


def _said(error: Exception) -> str:
    """Return what an error says, on one line and with the line of the file where it names one."""
    if isinstance(error, MarkedYAMLError) and error.problem:
        mark = error.problem_mark or error.context_mark
        return f"line {mark.line + 1}: {error.problem}" if mark else str(error.problem)
    return (str(error).strip() or type(error).__name__).splitlines()[0]
