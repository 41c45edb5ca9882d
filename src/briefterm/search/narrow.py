"""A query narrowed to one value of a facet, as text that can be read and taken back in the bar."""

from briefterm.search.query import Everything, Or, Query

_FIELDS = {"kind": "kind", "country": "country", "year": "date", "official": "who", "tag": "tag"}


def clause(facet: str, value: str) -> str:
    """Return what has to be written to find the briefs with `value`: `country:IN`, `who:"Rajnath Singh"`."""
    plain = value.replace('"', " ").strip()
    written = plain if plain.isalnum() else f'"{plain}"'
    return f"{_FIELDS[facet]}:{written}"


def narrowed(text: str, query: Query | None, added: str) -> str:
    """Return `text`, which means `query`, with `added` to it; or without it where it has it already."""
    words = text.strip()
    if words == added or words.endswith(f" {added}"):
        return words.removesuffix(added).strip()
    if query is None or isinstance(query, Everything):
        return added
    return f"({words}) {added}" if isinstance(query, Or) and not words.startswith("(") else f"{words} {added}"
