"""How this room writes days, owners and what is owed next."""

from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import Rung, days_of
from app.domain.person import mask_name
from app.domain.policy import Policy
from app.ports.rows import ExceptionPage, ExceptionRow
from ui.exceptions.rules import is_with_office, must_be_given, owed_contact
from ui.words import Words

ACTION_ICONS: dict[ExceptionAction, str] = {
    ExceptionAction.OPEN: "flag",
    ExceptionAction.TRIAGE: "git-branch",
    ExceptionAction.ASSIGN: "paper-plane-tilt",
    ExceptionAction.TAKE: "hand-grabbing",
    ExceptionAction.CONTACT: "phone-call",
    ExceptionAction.MEASURE: "wrench",
    ExceptionAction.EXTEND: "calendar-plus",
    ExceptionAction.JOIN: "users-three",
    ExceptionAction.PART: "puzzle-piece",
    ExceptionAction.RELEASE: "user-minus",
    ExceptionAction.ANSWER: "chat-circle-text",
    ExceptionAction.DENY: "prohibit",
    ExceptionAction.SIGN_OFF: "circle-wavy-check",
    ExceptionAction.REFUSE: "x-circle",
    ExceptionAction.WITHDRAW: "arrow-counter-clockwise",
    ExceptionAction.FOLLOW_UP: "phone",
    ExceptionAction.REWORK: "arrow-clockwise",
    ExceptionAction.CLOSE: "archive",
    ExceptionAction.REOPEN: "folder-open",
    ExceptionAction.RETURN: "arrow-u-up-left",
    ExceptionAction.NOTE: "pencil-simple",
    ExceptionAction.ATTACH: "paperclip",
    ExceptionAction.WARN: "bell",
    ExceptionAction.ESCALATE: "arrow-fat-up",
    ExceptionAction.RECOMPUTE: "calculator",
}


def owner_text(words: Words, row: ExceptionRow, gap: str = " ") -> str:
    """Whose turn it is: the handler while it is assigned, else the office."""
    if row.owner_name is None or is_with_office(row):
        return words("exceptions.office")
    name = mask_name(row.owner_name)
    return f"{row.department}{gap}{name}" if row.department else name


def rung_text(words: Words, row: ExceptionRow) -> str:
    """How far up it has come; empty while it is where it belongs."""
    return "" if row.rung is Rung.HANDLER else words("exceptions.risen", rung=words(f"rung.{row.rung.value}"))


def level_text(words: Words, policy: Policy, row: ExceptionRow) -> str:
    """The level with its limit."""
    days = days_of(row.level, policy)
    if days == 0:
        return words("exceptions.level.same_day", level=row.level)
    return words("exceptions.level", level=row.level, count=days)


def is_anonymous(page: ExceptionPage) -> bool:
    """Whether nobody is known who could be contacted."""
    return page.name is None and page.phone is None


def _taking_text(words: Words, policy: Policy, page: ExceptionPage) -> str:
    """Taking it in hand, and until when the person is to be contacted after that."""
    if is_anonymous(page):
        return words("exceptions.owes.assigned.anonymous")
    if owed_contact(page.row) is None:
        return words("exceptions.owes.assigned.again")
    if days := policy.exception_days_to_contact:
        return words("exceptions.owes.assigned.days", count=days)
    return words("exceptions.owes.assigned")


def owed_text(words: Words, policy: Policy, page: ExceptionPage) -> str:
    """What has to be done next, in a sentence."""
    state = page.row.state
    if must_be_given(page.row):
        return words("exceptions.owes.give", name=mask_name(page.row.owner_name or ""))
    if state is ExceptionState.ASSIGNED:
        return _taking_text(words, policy, page)
    if owed_contact(page.row) is not None:
        return words("exceptions.owes.contact")
    if state is ExceptionState.IN_HAND and page.row.supporters:
        return words("exceptions.owes.parts", count=len(page.row.supporters))
    if state is ExceptionState.ANSWERED and ExceptionAction.FOLLOW_UP not in page.actions:
        return words("exceptions.owes.close_anonymous")
    if state is ExceptionState.FOLLOWED_UP and page.satisfied is False:
        return words("exceptions.owes.rework")
    return words(f"exceptions.owes.{state.value}")


def person_text(words: Words, page: ExceptionPage) -> str:
    """Who reported it, masked; anonymous when nobody is known."""
    return page.name or (
        words("exceptions.person.by_phone") if page.phone else words("exceptions.person.none")
    )
