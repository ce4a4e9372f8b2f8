"""The office's page of exceptions in every scene. Cases and people are invented."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from app.domain.calendar import Due
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_figures import ExceptionFigure, ExceptionFigures, ExceptionGrouping
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel
from app.domain.five_ones import Span
from app.ports.change_feed import Touch
from app.ports.exceptions_report import ExceptionsReport
from app.ports.rows import ExceptionFiguresRow, ExceptionRow, LedgerRow, StepRow
from tests.ui.office.scenes import HALL, NAMES, NOW
from ui.office.ledger_state import CaseListing, LedgerState

SPAN = Span(date(2026, 3, 1), date(2026, 3, 18))
TOLD = (
    "刷卡交税提示系统忙，换机仍失败",
    "房产证与门牌证地址写法不一致，落不了户",
    "人脸识别三次不通过，老人无法办理社保卡补领，子女代办又要求本人到场",
)


def figures(n: int) -> ExceptionFigures:
    return ExceptionFigures(
        registered=5 + n, answered=3 + n, median_days=1.5 + n % 4, p90_days=4 + n % 7,
        open=2 + n // 2, overdue=n % 4, reopened=n % 3, asked=2 + n, satisfied=1 + n % 3,
    )  # fmt: skip


def report(units: int, by: ExceptionGrouping = ExceptionGrouping.DEPARTMENT) -> ExceptionsReport:
    rows = tuple(ExceptionFiguresRow(f"D{n:02d}", NAMES[n % len(NAMES)], figures(n)) for n in range(units))
    parts = rows
    if by is ExceptionGrouping.CATEGORY:
        parts = tuple(ExceptionFiguresRow(c, "", figures(n)) for n, c in enumerate(ExceptionCategory))
    if by is ExceptionGrouping.MONTH:
        parts = tuple(ExceptionFiguresRow(f"2026-{n:02d}", "", figures(3 * n)) for n in (1, 2, 4))
    whole = replace(figures(20), overdue=4, satisfied=17) if units else ExceptionFigures()
    return ExceptionsReport(
        hall=HALL.name, made_at=NOW, span=SPAN, by=by, whole=whole, units=rows, rows=parts if units else ()
    )


def case(n: int) -> LedgerRow:
    """One in three overdue, one in five brought in by a file."""
    at = datetime(2026, 3, 2 + n % 15, 2, n % 60, tzinfo=UTC)
    imported, late = n % 5 == 4, n % 3 == 2
    row = ExceptionRow(
        UUID(int=n), f"例外〔2026〕{n:04d}", ExceptionState.CLOSED if n % 2 else ExceptionState.IN_HAND,
        list(ExceptionCategory)[n % 11], ExceptionLevel.ORDINARY, Channel.COUNTER, TOLD[n % 3],
        NAMES[n % len(NAMES)], "0108", "赵明", at, Due(at.date() + timedelta(days=7)), 3,
    )  # fmt: skip
    steps = (
        StepRow(ExceptionAction.OPEN, ExceptionState.REGISTERED, at, "0003", "周平", TOLD[n % 3], None, None, None),
        StepRow(ExceptionAction.TRIAGE, ExceptionState.TRIAGED, at, "0002", "林静", "", None, None, None),
        StepRow(
            ExceptionAction.ASSIGN, ExceptionState.ASSIGNED, at, "0002", "林静", "", NAMES[n % len(NAMES)], "赵明",
            at.date() + timedelta(days=7), handler="0108",
        ),
        StepRow(
            ExceptionAction.ANSWER, ExceptionState.ANSWERED, at + timedelta(days=1), "0108", "赵明",
            "已换用备用刷卡机，当场办结。", None, None, None,
        ),
    )  # fmt: skip
    answered = at.date() + timedelta(days=1) if n % 4 and not imported else None
    return LedgerRow(
        row, at.date(), "IT008", "存量房买卖转移登记", answered, 1 if answered else None, late and not imported,
        n % 2, (None, True, False)[n % 3], None, None, "医保 · 江岸" if imported else None, steps,
    )  # fmt: skip


def denied() -> LedgerRow:
    """A case with a negative answer alone, and its basis."""
    row = case(1)
    step = replace(
        row.steps[-1], action=ExceptionAction.DENY, text="滞纳金不能免除。", basis="税收征收管理法第三十二条"
    )
    return replace(row, steps=(step,))


BY_UNIT = LedgerState(
    HALL, Touch.CONNECTED, report=report(7), by=ExceptionGrouping.DEPARTMENT, figure=ExceptionFigure.OVERDUE
)
LEDGER_SCENES = {
    "ledger": LedgerState(HALL, Touch.CONNECTED, report=report(7, ExceptionGrouping.CATEGORY)),
    "ledger-units": BY_UNIT,
    "ledger-days": replace(BY_UNIT, figure=ExceptionFigure.ANSWERED),
    "ledger-overfull": replace(BY_UNIT, report=report(40), figure=ExceptionFigure.ANSWERED),
    "ledger-empty": LedgerState(HALL, Touch.CONNECTED, report=report(0, ExceptionGrouping.CATEGORY)),
    "ledger-months": LedgerState(
        HALL, Touch.CONNECTED, by=ExceptionGrouping.MONTH, figure=ExceptionFigure.ANSWERED,
        report=replace(report(7, ExceptionGrouping.MONTH), span=Span(date(2026, 1, 1), date(2026, 4, 18))),
    ),
    "ledger-list": replace(
        BY_UNIT, listing=CaseListing(ExceptionFigure.OVERDUE, report(7).rows[1], tuple(map(case, range(40))))
    ),
}  # fmt: skip
