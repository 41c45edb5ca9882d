"""Other forms of a word that mean the same: singular and plural, British and American spelling.

Made from the word as it is asked for, and looked up like it; a form that nobody wrote simply finds nothing. Plain forms
alone: `minister` finds ministers and `defense` finds Defence, but `visited` is left a word of its own.
"""

import re
from collections.abc import Callable
from functools import lru_cache

_SHORTEST = 3
_OUR = (
    "arb|ard|arm|behavi|cand|clam|col|endeav|fav|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|tum|"
    "val|vap|vig"
)
_RE = "cent|theat|met|lit|fib|calib|manoeuv|maneuv|sab|spect|sepulch|lust|kilomet|kilolit|millimet|centimet"
_LL = (
    "travel|counsel|label|cancel|signal|model|marshal|level|channel|rival|equal|initial|tunnel|fuel|dial|quarrel|total|"
    "shovel|libel|panel|medal|pedal|spiral|unravel|bevel|chisel|duel|funnel|gravel|grovel|jewel|marvel|towel|tranquil"
)
_WHOLE = (
    ("programme", "program"), ("dialogue", "dialog"), ("catalogue", "catalog"), ("analogue", "analog"),
    ("cheque", "check"), ("grey", "gray"), ("plough", "plow"), ("aluminium", "aluminum"), ("sceptic", "skeptic"),
    ("judgement", "judgment"), ("acknowledgement", "acknowledgment"), ("abridgement", "abridgment"),
    ("fulfil", "fulfill"), ("enrol", "enroll"), ("instalment", "installment"), ("enrolment", "enrollment"),
    ("fulfilment", "fulfillment"), ("skilful", "skillful"), ("wilful", "willful"), ("gaol", "jail"),
    ("aeroplane", "airplane"), ("artefact", "artifact"), ("mould", "mold"), ("practise", "practice"),
    ("licence", "license"), ("defence", "defense"), ("offence", "offense"), ("pretence", "pretense"),
    ("archaeology", "archeology"), ("archaeological", "archeological"), ("encyclopaedia", "encyclopedia"),
    ("mediaeval", "medieval"), ("paediatric", "pediatric"), ("anaesthetic", "anesthetic"),
    ("haemorrhage", "hemorrhage"),
    ("foetus", "fetus"), ("oestrogen", "estrogen"), ("diarrhoea", "diarrhea"), ("tonne", "ton"), ("tyre", "tire"),
    ("pyjamas", "pajamas"), ("moustache", "mustache"), ("cosy", "cozy"), ("ageing", "aging"), ("centring", "centering"),
)  # fmt: skip
_PAIRS = {a: b for pair in _WHOLE for a, b in (pair, pair[::-1])}
_Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
_RULES: tuple[_Rule, ...] = (
    (re.compile(rf"^((?:dis|mis|un)?(?:{_OUR}))our"), r"\1or"),
    (re.compile(rf"^((?:dis|mis|un)?(?:{_OUR}))or(?!ous|ary|ific)"), r"\1our"),
    (re.compile(rf"^({_RE})re(s|d)?$"), r"\1er\2"),
    (re.compile(rf"^({_RE})er(s|ed)?$"), lambda found: f"{found[1]}re{(found[2] or '').removeprefix('e')}"),
    (re.compile(rf"^({_LL})l(ed|ing|er|ers|or|ors|ery)$"), r"\1\2"),
    (re.compile(rf"^({_LL})(ed|ing|er|ers|or|ors|ery)$"), r"\1l\2"),
    (re.compile(r"^(.{3,})is(e|ed|es|er|ers|ing|ation|ations|ational)$"), r"\1iz\2"),
    (re.compile(r"^(.{3,})iz(e|ed|es|er|ers|ing|ation|ations|ational)$"), r"\1is\2"),
    (re.compile(r"^(.{3,}l)ys(e|ed|es|er|ers|ing)$"), r"\1yz\2"),
    (re.compile(r"^(.{3,}l)yz(e|ed|es|er|ers|ing)$"), r"\1ys\2"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def other_forms(word: str) -> tuple[str, ...]:
    """Return the other forms of a folded word, none where it is not plainly an English one."""
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return ()
    numbers = _other_number(word)
    forms: list[str] = [*numbers]
    for form in (word, *numbers):
        forms.extend(_other_spellings(form))
    return tuple(dict.fromkeys(form for form in forms if form != word))


def _other_number(word: str) -> list[str]:
    if word.endswith("ies") and len(word) > 4:
        return [f"{word[:-3]}y", word[:-1]]
    if word.endswith(("ses", "xes", "zes", "ches", "shes")):
        return [word[:-2], word[:-1]]
    if word.endswith("s"):
        return [f"{word}es"] if word.endswith(("ss", "us", "is")) or len(word) == _SHORTEST else [word[:-1]]
    if word.endswith(("x", "z", "ch", "sh")):
        return [f"{word}es", f"{word}s"]
    if word.endswith("y") and word[-2] not in "aeiou":
        return [f"{word[:-1]}ies", f"{word}s"]
    return [f"{word}s"]


def _other_spellings(word: str) -> list[str]:
    found = []
    for stem, end in ((word, ""), (word[:-1], "s") if word.endswith("s") else ("", "")):
        if stem in _PAIRS:
            found.append(_PAIRS[stem] + end)
    for pattern, other in _RULES:
        changed = pattern.sub(other, word)
        if changed != word:
            found.append(changed)
    return found
