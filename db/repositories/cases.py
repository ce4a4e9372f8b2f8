"""Cases with their story."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, insert, or_, select

from app.domain.case import Case
from app.domain.case_parts import WatchKind
from app.domain.case_table import OPEN_STATES, CaseState
from app.domain.catalogue import Regime
from app.domain.ids import CaseId
from db.repositories.case_rows import case_from, case_row
from db.repositories.case_steps import CASE_STEPS
from db.repositories.saving import Known, guarded_update, in_hall, must_exist, save_guarded
from db.repositories.stories import Stories
from db.tables import case_keys, cases
from db.transaction import Transaction

_ADD = in_hall(cases)
_SAVE = guarded_update(cases)
_ADD_KEYS = insert(case_keys)
_FORGET_KEYS = delete(case_keys).where(case_keys.c.case_id == bindparam("case"))
_BY_ID = Stories(cases, CASE_STEPS, by="id")
_BY_NUMBER = Stories(cases, CASE_STEPS)
_LAPSED = (
    select(cases.c.id)
    .where(
        cases.c.watch_by < bindparam("day"),
        or_(
            and_(cases.c.watch == WatchKind.TELL.value, cases.c.regime == Regime.LICENCE.value),
            and_(cases.c.watch == WatchKind.PLEDGE.value, cases.c.state == CaseState.ACCEPTED.value),
        ),
    )
    .order_by(cases.c.watch_by, cases.c.number)
    .limit(bindparam("most"))
)
_OPEN_THAT_CAME_BY = (
    select(cases.c.id)
    .where(cases.c.state.in_([state.value for state in OPEN_STATES]), cases.c.received_on <= bindparam("day"))
    .order_by(cases.c.number)
)
_PROVISIONAL = select(cases.c.id).where(cases.c.is_provisional.is_(True)).order_by(cases.c.number)


class CaseRepository:
    """Cases, by key or number. Steps are added, never changed."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[Case] = Known()

    async def get(self, id_: CaseId, *, lock: bool = False) -> Case:
        """The case with a key. Raises ``NotFound`` (case.rule.none)."""
        return self._loaded(await _BY_ID.rows(self._t, id_, lock=lock), str(id_))

    async def by_number(self, number: str, *, lock: bool = False) -> Case:
        """The case with a number. Raises ``NotFound`` (case.rule.none)."""
        return self._loaded(await _BY_NUMBER.rows(self._t, number, lock=lock), number)

    async def add(self, case: Case) -> None:
        """Add a case with its first step."""
        await self._t.execute(_ADD, case_row(case))
        await CASE_STEPS.add(self._t, case)
        self._known.saved(case, case.version)

    async def save(self, case: Case) -> None:
        """Save a case and add its new steps. Raises ``ConcurrentChange``."""
        before = self._known.get(case)
        await save_guarded(self._t, _SAVE, case_row, case, self._known)
        await CASE_STEPS.add_new(self._t, case, before)

    async def find_by(self, case: CaseId, keys: frozenset[bytes]) -> None:
        """Let the case be found by these keyed look-ups, and by no others."""
        await self._t.execute(_FORGET_KEYS, {"case": case})
        if keys:
            await self._t.execute(_ADD_KEYS, [{"case_id": case, "key": key} for key in sorted(keys)])

    async def lapsed(self, day: date, limit: int) -> Sequence[CaseId]:
        """Licences that nobody told in time and cases whose pledge was not kept, the oldest first."""
        params = {"day": day, "most": limit}
        return [CaseId(id_) for id_ in (await self._t.execute(_LAPSED, params)).scalars()]

    async def provisional(self) -> Sequence[CaseId]:
        """Open cases with a provisional date."""
        return [CaseId(id_) for id_ in (await self._t.execute(_PROVISIONAL)).scalars()]

    async def open_that_came_by(self, day: date) -> Sequence[CaseId]:
        """Open cases that came on a day or before."""
        return [CaseId(id_) for id_ in (await self._t.execute(_OPEN_THAT_CAME_BY, {"day": day})).scalars()]

    def _loaded(self, rows: Sequence[Row[Any]], named: str) -> Case:
        must_exist(next(iter(rows), None), "case.rule.none", number=named)
        return self._known.loaded(case_from(rows))
