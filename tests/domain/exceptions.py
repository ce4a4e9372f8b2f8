"""An exception case and the terms it is worked on, for tests of the domain."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from app.domain.calendar import Due
from app.domain.exception_case import Channel, ExceptionCase
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_course import By
from app.domain.exception_table import ExceptionState
from app.domain.exception_terms import ExceptionLevel, Terms
from app.domain.ids import ExceptionCaseId, StaffId
from app.domain.person import Person, Protected
from app.domain.policy import Policy
from tests.domain.make import CLERK, DAY, NINE
from tests.domain.ratings import POLICY, EveryDay

SOMEBODY = Person(phone=Protected("138****0621", b"", b"", 1))


def terms(today: date = DAY, policy: Policy = POLICY) -> Terms:
    """The terms of a day."""
    return Terms(policy, EveryDay(), today)


def by(staff: StaffId = CLERK, now: datetime = NINE, today: date = DAY) -> By:
    """A step by somebody."""
    return By(staff, now, terms(today))


def case(state: ExceptionState = ExceptionState.REGISTERED, **changes: object) -> ExceptionCase:
    """A case of an ordinary level that stands somewhere."""
    fresh = ExceptionCase(
        id=ExceptionCaseId(UUID(int=1)),
        number="例外〔2026〕0041",
        channel=Channel.COUNTER,
        category=ExceptionCategory.OTHER,
        summary="产权证上没有单元编号",
        counts_from=DAY,
        registered_at=NINE,
        level=ExceptionLevel.ORDINARY,
        due=Due(DAY + timedelta(days=5)),
        steps=(),
        person=SOMEBODY,
        state=state,
    )
    return replace(fresh, **changes)
