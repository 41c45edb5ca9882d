"""How sure a claim is, and how far its source can be trusted, in words."""

import re

_CERTAINTY = {
    "stated": "a source says so",
    "expected": "foreseen, not confirmed",
    "likely": "more probable than not",
    "possible": "may be so, no more",
    "inferred": "concluded here, said by nobody",
}
_SOURCE = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
_CLAIM = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
_GRADE = re.compile(r"([A-Fa-f])[ -]?([1-6])?", re.ASCII)


def certainty_in_words(certainty: str) -> str:
    """Return a certainty with what it means: `likely: more probable than not`. Empty where nothing is said."""
    meaning = _CERTAINTY.get(certainty, "")
    return f"{certainty}: {meaning}" if meaning else certainty


def reliability_in_words(reliability: str) -> str:
    """Return a source's reliability; a grade of the Admiralty system (NATO AJP-2.1: `B2`) with what it means."""
    grade = _GRADE.fullmatch(reliability.strip())
    if grade is None:
        return reliability
    source, claim = _SOURCE[grade[1].upper()], _CLAIM.get(grade[2] or "", "")
    return f"{reliability}: {source}{f', {claim}' if claim else ''}"
