"""What Textual keeps of all that it has ever drawn, brought down to what a screen needs."""

from functools import lru_cache
from typing import Any

from textual._styles_cache import StylesCache
from textual.strip import Strip

_MOST_COLOURS = 64
_MOST_STYLES = 2048  # those of a screen of text are some hundred


def lighten() -> None:
    """Have Textual forget what is no longer on a screen, from now on; where it is another than we know, do nothing.

    Its cache of colours holds the last 1,024 widgets with all their lines (Textualize/textual#6665). That of styles is
    for 16,384, and a style is another at each place of a text that can be selected.
    """
    owner: Any = StylesCache
    colours: Any = vars(owner).get("get_inner_outer")
    if hasattr(colours, "cache_info") and hasattr(colours, "__wrapped__"):  # a method with a cache, not of its class
        plain = colours.__wrapped__

        @lru_cache(maxsize=_MOST_COLOURS)
        def both(base: Any, background: Any) -> Any:
            return plain(owner, base, background)

        owner.get_inner_outer = staticmethod(both)
    strips: Any = Strip
    codes: Any = getattr(vars(strips).get("render_ansi"), "__func__", None)
    if hasattr(codes, "cache_parameters") and (codes.cache_parameters()["maxsize"] or 0) > _MOST_STYLES:
        fewer: Any = lru_cache(maxsize=_MOST_STYLES)(codes.__wrapped__)
        strips.render_ansi = classmethod(fewer)
