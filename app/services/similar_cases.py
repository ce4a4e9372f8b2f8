"""Screening (类似问题筛查): cases like one that is being told, among the hall's own and the known ones."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock

from app.ports.case_search import CaseSearch, CaseSearchFactory, SimilarCase
from app.ports.rows import SearchedCase
from app.services.use_case import Ports

LATEST = 2000
"""How many of the hall's own cases are looked through."""
TOP = 3
"""How many are shown where nobody says otherwise."""


@dataclass
class CaseFinder:
    """Keeps the index while the cases stay the same. ``read_known`` reads those that come with the program."""

    make: CaseSearchFactory
    read_known: Callable[[], Sequence[SearchedCase]]
    _known: Sequence[SearchedCase] | None = field(default=None, init=False)
    _made_of: tuple[SearchedCase, ...] | None = field(default=None, init=False)
    _index: CaseSearch | None = field(default=None, init=False)
    _busy: Lock = field(default_factory=Lock, init=False)

    async def similar(
        self, ports: Ports, text: str, limit: int = TOP, besides: str | None = None
    ) -> tuple[SimilarCase, ...]:
        """The cases most like a text, the best first; ``besides`` is the number of the case that it tells."""
        own = tuple(await ports.readers.searched_cases(LATEST))
        return await asyncio.to_thread(self._search, own, text, limit, besides)

    def _search(
        self, own: tuple[SearchedCase, ...], text: str, limit: int, besides: str | None
    ) -> tuple[SimilarCase, ...]:
        with self._busy:
            if self._index is None or self._made_of != own:
                self._index = self.make(self._all(own))
                self._made_of = own
            found = self._index.search(text, limit + 1)
        return tuple(one for one in found if one.case.number != besides)[:limit]

    def _all(self, own: tuple[SearchedCase, ...]) -> tuple[SearchedCase, ...]:
        """A known case that the hall took in stands there once, as the hall's own."""
        if self._known is None:
            self._known = tuple(self.read_known())
        numbers = {case.number for case in own}
        return (*own, *(case for case in self._known if case.number not in numbers))
