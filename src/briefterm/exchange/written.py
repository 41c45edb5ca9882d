"""What a writer hands back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A file's bytes, and what of the brief is not in them: phrases such as `2 dates too vague for a calendar`."""

    data: bytes
    left_out: tuple[str, ...] = ()


def counted(number: int, noun: str) -> str:
    """Return `1 date`, `2 dates`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
