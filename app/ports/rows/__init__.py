"""Frozen rows that screens, paper and the command line read. Personal values in them are masked."""

from app.ports.rows.board import Board, CallRow
from app.ports.rows.cases import CasePage, CaseRow, CaseStepRow, OutstandingRow, TripRow
from app.ports.rows.counters import CounterDesk, CounterRow, DayFigures, VisitRow
from app.ports.rows.department_checks import CheckEntryRow, CheckPage
from app.ports.rows.documents import DocumentRow, Verified
from app.ports.rows.exception_groups import GroupPage, GroupRow, GroupStepRow
from app.ports.rows.exception_ledger import ExceptionFiguresRow, LedgerRow
from app.ports.rows.exceptions import (
    AttachmentRow,
    ExceptionPage,
    ExceptionRow,
    PartRow,
    SearchedCase,
    StepRow,
)
from app.ports.rows.five_ones import CountedRow, FiguresRow
from app.ports.rows.guide_desk import GuideDesk
from app.ports.rows.hall import DepartmentRow, HallRow, LineRow, StaffRow
from app.ports.rows.items import ItemRow
from app.ports.rows.notices import NoticeRow, ShortcomingRow
from app.ports.rows.ratings import (
    AppealRow,
    FollowUpPage,
    FollowUpRow,
    FollowUpStepRow,
    GivenRating,
    ImportedRatings,
    OwnRatings,
    RatingCounts,
    RatingRow,
    ToRate,
)
from app.ports.rows.reminders import ReminderRow
from app.ports.rows.tickets import ErrandRow, TicketRow
from app.ports.rows.worklist import Owed, OwedFollowUps, OwedRow

__all__ = [
    "AppealRow",
    "AttachmentRow",
    "Board",
    "CallRow",
    "CasePage",
    "CaseRow",
    "CaseStepRow",
    "CheckEntryRow",
    "CheckPage",
    "CountedRow",
    "CounterDesk",
    "CounterRow",
    "DayFigures",
    "DepartmentRow",
    "DocumentRow",
    "ErrandRow",
    "ExceptionFiguresRow",
    "ExceptionPage",
    "ExceptionRow",
    "FiguresRow",
    "FollowUpPage",
    "FollowUpRow",
    "FollowUpStepRow",
    "GivenRating",
    "GroupPage",
    "GroupRow",
    "GroupStepRow",
    "GuideDesk",
    "HallRow",
    "ImportedRatings",
    "ItemRow",
    "LedgerRow",
    "LineRow",
    "NoticeRow",
    "OutstandingRow",
    "Owed",
    "OwedFollowUps",
    "OwedRow",
    "OwnRatings",
    "PartRow",
    "RatingCounts",
    "RatingRow",
    "ReminderRow",
    "SearchedCase",
    "ShortcomingRow",
    "StaffRow",
    "StepRow",
    "TicketRow",
    "ToRate",
    "TripRow",
    "Verified",
    "VisitRow",
]
