"""Our own JSON, one brief or a list of them: what `export --to json` and `show --json` write."""

import json
from typing import Any

from briefterm.exchange.draft import Draft, UnreadError, text_of

_MOST_BRIEFS = 1000


def read(data: bytes, name: str) -> list[Draft]:
    """Return a draft for each brief in `data`. Raises UnreadError for what is no JSON, or none of ours."""
    try:
        found = json.loads(text_of(data), parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise UnreadError(f"line {error.lineno}, column {error.colno}: this is no JSON ({error.msg.lower()})") from None
    except RecursionError:
        raise UnreadError("this JSON is nested too deep for a brief") from None
    items: list[Any] = found if isinstance(found, list) else [found]
    for item in items:
        if not isinstance(item, dict) or "title" not in item:
            raise UnreadError(
                "this JSON is no brief: an object with a `title` was expected, as `show --json` prints it"
            )
    if not items or len(items) > _MOST_BRIEFS:
        raise UnreadError(f"there are {len(items):,} briefs in this JSON; give from 1 to {_MOST_BRIEFS:,}")
    return [Draft(item) for item in items]
