"""Similar cases by SQLite's full-text search over pairs of characters: docs/adr/0011 tells why."""

import re
import sqlite3
import weakref
from collections.abc import Sequence

from app.domain.exception_category import called
from app.ports.case_search import SimilarCase
from app.ports.rows import SearchedCase
from app.texts import Texts

_PAIR = re.compile(r"(?=(\w\w))")
_MAKE = "CREATE VIRTUAL TABLE told USING fts5(pairs, content='', tokenize='unicode61 remove_diacritics 0')"
_ADD = "INSERT INTO told (rowid, pairs) VALUES (?, ?)"
_FIND = "SELECT rowid, -bm25(told) FROM told WHERE told MATCH ? ORDER BY bm25(told), rowid LIMIT ?"


class FullTextCaseSearch:
    """Implements ``app.ports.case_search.CaseSearch``, in memory. Made anew when the cases change.

    It may be used in any thread, by one at a time.
    """

    def __init__(self, cases: Sequence[SearchedCase], words: Texts) -> None:
        self._cases = cases
        self._index = sqlite3.connect(":memory:", check_same_thread=False)
        weakref.finalize(self, self._index.close)
        self._index.execute(_MAKE)
        told = (" ".join(_pairs(_told(case, words))) for case in cases)
        self._index.executemany(_ADD, enumerate(told))

    def search(self, text: str, limit: int = 3) -> tuple[SimilarCase, ...]:
        query = " OR ".join(f'"{pair}"' for pair in dict.fromkeys(_pairs(text)))
        found = self._index.execute(_FIND, (query, limit)) if query else ()
        return tuple(SimilarCase(self._cases[number], score) for number, score in found)


def _told(case: SearchedCase, words: Texts) -> str:
    """All that is said of a case; no pair reaches over the marks between."""
    return "。".join(
        (case.summary, case.item or "", called(case.category, case.category_name, words), case.remedy)
    )


def _pairs(text: str) -> list[str]:
    """Every two signs that stand side by side: most Chinese words have two, and no dictionary must know them."""
    return _PAIR.findall(text.lower())
