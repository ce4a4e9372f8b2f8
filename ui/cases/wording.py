"""How this room writes days, limits and what a case waits for."""

from decimal import Decimal

from app.domain.case_parts import WatchKind
from app.domain.case_table import CaseAction, CaseState
from app.domain.catalogue import Regime
from app.domain.worklist import Urgency
from app.ports.rows import CasePage, CaseRow
from ui.cases.rules import urgency
from ui.cases.state import CasesState
from ui.words import Words
from ui.worklist.wording import by_text, day_text, due_text

ACTION_ICONS: dict[CaseAction, str] = {
    CaseAction.RECEIVE: "tray",
    CaseAction.TAKE_PAPERS: "files",
    CaseAction.NOTIFY: "file-text",
    CaseAction.NOTIFY_AGAIN: "file-text",
    CaseAction.SUPPLEMENT: "check-square",
    CaseAction.ACCEPT: "check-circle",
    CaseAction.DEEM_ACCEPTED: "scales",
    CaseAction.REFUSE: "prohibit",
    CaseAction.UNDO: "arrow-u-up-left",
    CaseAction.UNDO_SUPPLEMENTED: "arrow-u-up-left",
    CaseAction.PLEDGE_KEPT: "handshake",
    CaseAction.SUSPEND: "pause-circle",
    CaseAction.RESUME: "play-circle",
    CaseAction.EXTEND: "calendar-plus",
    CaseAction.DECIDE: "pen-nib",
    CaseAction.DELIVER: "paper-plane-tilt",
    CaseAction.ARCHIVE: "archive",
    CaseAction.WITHDRAW: "arrow-bend-up-left",
    CaseAction.END: "x-circle",
    CaseAction.RECOMPUTE: "calculator",
}


def urgency_text(words: Words, state: CasesState, row: CaseRow) -> str:
    """How urgent a case is, in a few words."""
    match urgency(state, row):
        case Urgency.OVERDUE:
            return words("worklist.due.overdue")
        case Urgency.TODAY:
            return words("worklist.due.today")
        case Urgency.CLOSED:
            return words(f"case_state.{row.state.value}")
        case _:
            return by_text(words, state, row.watch.due) if row.watch else ""


def applicant_text(words: Words, row: CaseRow) -> str:
    """The applicant as it may be shown."""
    return row.applicant or words("cases.applicant.unknown")


def left_text(words: Words, state: CasesState) -> str:
    """The working days that are left for what the page's case waits for."""
    page = state.page
    if page is None or page.row.watch is None:
        return ""
    what = words(f"watch_kind.{page.row.watch.kind.value}")
    day = due_text(words, state, page.row.watch.due)
    if (page.row.days_left or 0) < 0:
        return words("cases.waits.over", what=what, day=day, count=-state.days_left)
    if page.row.days_left == 0:
        return words("cases.waits.today", what=what)
    return words("cases.waits.left", what=what, day=day, count=state.days_left)


def computed_text(words: Words, state: CasesState) -> str:
    """How the limit of the page's case was computed, and what the law does when it passes."""
    page = state.page
    if page is None or page.row.watch is None:
        return ""
    match page.row.watch.kind:
        case WatchKind.TELL:
            return _tell_text(words, state, page)
        case WatchKind.DECIDE:
            return words("cases.comma").join(_decide_parts(words, state, page))
        case WatchKind.RESUME:
            last = page.suspensions[-1]
            since = day_text(words, last.since, state.year)
            kind = words(f"procedure.{last.procedure.value}")
            return words("cases.computed.resume", kind=kind, day=since, count=last.days)
        case WatchKind.ARCHIVE if page.row.state is CaseState.ENDED:
            return words("cases.computed.ended")
        case kind:
            return words(f"cases.computed.{kind.value}")


def _tell_text(words: Words, state: CasesState, page: CasePage) -> str:
    came = day_text(words, page.counts_from, state.year)
    last = due_text(words, state, page.tell_by)
    told = words("cases.computed.tell", day=came, last=last)
    if page.row.regime is not Regime.LICENCE:
        return told
    return words("cases.comma").join((told, words("cases.computed.deemed", day=came, last=last)))


def _decide_parts(words: Words, state: CasesState, page: CasePage) -> list[str]:
    year = state.year
    parts = []
    if page.row.accepted_on is not None:
        code = "cases.computed.deemed_on" if page.is_deemed else "cases.computed.accepted_on"
        parts.append(words(code, day=day_text(words, page.row.accepted_on, year)))
    if page.dates is not None:
        for name, due in (("promised", page.dates.promised), ("statutory", page.dates.statutory)):
            if due is not None:
                parts.append(words(f"cases.computed.{name}", day=due_text(words, state, due)))
    if page.is_joint:
        parts.append(words("cases.computed.joint"))
    if page.extension is not None:
        parts.append(words("cases.computed.extended", count=page.extension.days))
    if page.suspensions:
        parts.append(words("cases.computed.suspended"))
    return parts


def days_text(days: Decimal) -> str:
    """Working days without needless zeros."""
    return f"{days.normalize():f}"
