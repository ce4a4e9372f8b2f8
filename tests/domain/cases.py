"""A case to begin tests with, on a Wednesday of a hall that works on weekdays."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from app.adapters.working_days import PublishedWorkingDays
from app.domain import case_receipt
from app.domain.case import By, Case
from app.domain.case_clock import tell_by
from app.domain.case_parts import Limit
from app.domain.catalogue import Regime
from app.domain.ids import CaseId, ItemVersionId, StaffId
from app.domain.working_time import WorkingTime
from tests.domain.make import DEPARTMENT
from tests.domain.test_working_time import OFFICE_HOURS, ZONE

TIME = WorkingTime(PublishedWorkingDays(), ZONE, OFFICE_HOURS)
CLERK = StaffId(UUID(int=7))
DAY = date(2026, 3, 18)
LIMIT = Limit(Decimal(20), Decimal(10))


def by(day: date = DAY, hour: int = 10) -> By:
    """The clerk, on a day."""
    return By(CLERK, datetime.combine(day, datetime.min.time(), ZONE) + timedelta(hours=hour), TIME)


def clock(day: date) -> By:
    """The law's clock, on a day."""
    return By(None, by(day).at, TIME)


def received(regime: Regime = Regime.LICENCE, day: date = DAY) -> Case:
    """A case as its papers come."""
    case = Case(
        id=CaseId(UUID(int=1)),
        number="IT008-2026-00041",
        item=ItemVersionId(UUID(int=2)),
        item_code="IT008",
        regime=regime,
        situation=None,
        department=DEPARTMENT,
        received_on=day,
        counts_from=day,
        tell_by=tell_by(day, TIME),
    )
    return case_receipt.receive(case, by(day))[0]


def notified(outstanding: frozenset[int] = frozenset({3, 5})) -> Case:
    """A case whose shortcomings were told."""
    return case_receipt.notify(received(), outstanding, 20, by())[0]


def accepted(regime: Regime = Regime.LICENCE) -> Case:
    """A case that was taken on the day it came."""
    return case_receipt.accept(received(regime), LIMIT, by())[0]
