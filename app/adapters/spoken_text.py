"""Texts that are found by their characters, by pinyin in full, or by its initials, in any mixture.

``bdc``, ``budongchan``, ``budch`` and 不动产 all find 不动产; of a character with several readings any one does.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from pypinyin import Style, pinyin

LONGEST_QUERY = 40


class Found(NamedTuple):
    """Where a query stands in a text; ``at_start`` when nothing but punctuation stands before it."""

    text: str
    start: int
    end: int
    at_start: bool


def folded(typed: str) -> str:
    """What was typed, as it is looked for: half width, small letters, no spaces or signs (``bu'dong`` → ``budong``)."""
    plain = unicodedata.normalize("NFKC", typed).lower().replace("ü", "v")
    return "".join(filter(str.isalnum, plain))[:LONGEST_QUERY]


@cache
def _forms(char: str) -> tuple[str, ...]:
    """What a character may be typed as: itself and its readings. Nothing for signs: they are passed over."""
    plain = unicodedata.normalize("NFKC", char).lower()
    if not plain.isalnum():
        return ()
    return tuple(dict.fromkeys((plain, *pinyin(char, style=Style.NORMAL, heteronym=True)[0])))


@cache
def _pairs(char: str, following: str) -> frozenset[str]:
    """Every pair of letters that typing the two characters can hold."""
    inside = {form[i : i + 2] for form in _forms(char) for i in range(len(form) - 1)}
    last = {letter for form in _forms(char) for letter in (form[0], form[-1])}
    return frozenset(inside | {end + form[0] for end in last for form in _forms(following)})


class SpokenText:
    """One text, taken apart for finding."""

    __slots__ = ("_firsts", "_forms", "_places", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._places = [i for i, char in enumerate(text) if _forms(char)]
        self._forms = [_forms(text[i]) for i in self._places]
        self._firsts = [frozenset(form[0] for form in forms) for forms in self._forms]

    def typed_as(self) -> frozenset[str]:
        """The single letters a query can begin with and the pairs of letters it can hold."""
        chars = [self.text[i] for i in self._places]
        pairs = (_pairs(char, after) for char, after in zip(chars, [*chars[1:], " "], strict=True))
        return frozenset().union(*self._firsts, *pairs)

    def find(self, query: str) -> Found | None:
        """The first place of a folded query."""
        for begin, firsts in enumerate(self._firsts):
            if query[0] in firsts:
                end = self._end(begin, query)
                if end is not None:
                    return Found(self.text, self._places[begin], self._places[end - 1] + 1, begin == 0)
        return None

    def _end(self, at: int, query: str) -> int | None:
        """Up to which unit the query goes when it begins at ``at``; None when it does not fit."""
        if not query:
            return at
        if at == len(self._forms):
            return None
        for form in self._forms[at]:
            for taken in _takes(form, query):
                end = self._end(at + 1, query[taken:])
                if end is not None:
                    return end
        return None


def _takes(form: str, query: str) -> Iterator[int]:
    """How many letters of the query a form can take: all of itself, what is typed so far, or its initial."""
    if query.startswith(form):
        yield len(form)
    elif form.startswith(query):
        yield len(query)
    if len(form) > 1 and query[0] == form[0]:
        yield 1


class SpokenIndex:
    """Many texts, and the numbers of those whose texts they are."""

    def __init__(self, texts: Iterable[tuple[str, int]]) -> None:
        self._owners: dict[str, list[int]] = defaultdict(list)
        for text, owner in texts:
            self._owners[text].append(owner)
        self._by_key: dict[str, set[SpokenText]] = defaultdict(set)
        for text in self._owners:
            spoken = SpokenText(text)
            for key in spoken.typed_as():
                self._by_key[key].add(spoken)

    def find(self, query: str) -> Iterator[tuple[Found, list[int]]]:
        """The texts that a folded query stands in, with their owners."""
        for spoken in self._candidates(query):
            found = spoken.find(query)
            if found is not None:
                yield found, self._owners[found.text]

    def _candidates(self, query: str) -> set[SpokenText]:
        """The texts that hold every pair of letters of the query: few, so that each can be looked at."""
        keys = {query[i : i + 2] for i in range(len(query) - 1)} or {query}
        return set.intersection(*(self._by_key.get(key, set()) for key in keys))
