"""Depth: what a recursive reader dies of."""

from tests.hostile.case import Cases, opens, refused

_DEEP = "nested more than 24 levels deep; write it flatter"


def cases() -> Cases:
    """Yield every way to nest, to 50,000 levels, and the last level that is allowed."""
    for name, piece in (("brackets", "["), ("braces", "{"), ("both", "[{"), ("keys", "{a: "), ("questions", "{? ")):
        yield refused(name, f"50,000 times `{piece}`", piece * 50_000, f"error: yaml: {_DEEP}")
        yield refused(f"{name}-closed", "the same, and closed", f"x-a: {piece * 50_000}{']' * 50_000}", _DEEP)
        yield refused(f"{name}-below", "below a sound title", f"title: T\nx-a: {piece * 50_000}\n", _DEEP)
    for name, piece in (("dashes", "- "), ("question-marks", "? "), ("dash-question", "- ? ")):
        yield refused(name, f"50,000 times `{piece}` on a line", piece * 50_000, _DEEP)
    yield refused("indents", "a key below a key", "".join(" " * n + "a:\n" for n in range(400)), _DEEP)
    yield refused(
        "lists", "a list below a list", "title: T\nx-a:\n" + "".join(" " * n + "-\n" for n in range(400)), _DEEP
    )
    yield opens("allowed", "24 levels open", f"title: T\nx-a: {'[' * 23}x{']' * 23}\n", shows=["T"])
    yield refused("one-more", "25 do not", f"title: T\nx-a: {'[' * 24}x{']' * 24}\n", f"2:29: error: yaml: {_DEEP}")
    yield refused("commas", "half-open lists", "[," * 50_000, "error: yaml:")
    yield refused("colons", "nothing but `: `", ": " * 50_000, "error: yaml:")
