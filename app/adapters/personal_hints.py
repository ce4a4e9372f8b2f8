"""What people remember of a personal value: the end of a number, a name as it sounds."""

import re
from itertools import islice, product

from pypinyin import Style, pinyin

from app.domain.person import Personal

END = 4
"""Characters at the end of a number that people ask by."""

_MOST_READINGS = 16
"""A name of four characters with two readings each; more is no name."""


def hints(kind: Personal, value: str) -> frozenset[str]:
    """What a value in normal form can be found by beside itself, in lower case."""
    if kind is Personal.NAME:
        return frozenset(_sounds(value))
    return frozenset({value[-END:].lower()})


def hints_of_query(typed: str) -> frozenset[str]:
    """What was typed, as it may stand for the end of a number or for how a name sounds."""
    compact = re.sub(r"[\s'\-]", "", typed).lower()
    is_end = re.fullmatch(r"\d{3}[\dx]", compact) is not None
    is_sound = re.fullmatch(r"[a-zü]{2,}", compact) is not None
    return frozenset({compact}) if is_end or is_sound else frozenset()


def _sounds(name: str) -> set[str]:
    """The name in pinyin, with every reading of its characters, in full and as initials."""
    readings = pinyin(name, style=Style.NORMAL, heteronym=True, v_to_u=False)
    whole = ["".join(syllables) for syllables in islice(product(*readings), _MOST_READINGS)]
    initials = [
        "".join(s[0] for s in syllables if s) for syllables in islice(product(*readings), _MOST_READINGS)
    ]
    return {sound.lower() for sound in (*whole, *initials)}
