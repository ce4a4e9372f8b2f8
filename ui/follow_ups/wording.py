"""How this page writes levels, owners and what is owed next."""

from app.domain.follow_up_table import AppealState, FollowUpAction, FollowUpState
from app.domain.person import mask_name
from app.domain.rating import RatingLevel
from app.ports.rows import FollowUpPage, FollowUpRow
from app.texts import code_of
from ui.follow_ups.rules import is_with_office
from ui.words import Words

_A = FollowUpAction

ACTION_ICONS: dict[FollowUpAction, str] = {
    _A.OPEN: "smiley-sad",
    _A.ASSIGN: "paper-plane-tilt",
    _A.CONTACT: "phone",
    _A.EXTEND: "calendar-plus",
    _A.PUT_RIGHT: "check",
    _A.ASK: "chat-circle-text",
    _A.REWORK: "arrow-clockwise",
    _A.CLOSE: "archive",
    _A.NOTE: "pencil-simple",
    _A.APPEAL: "megaphone",
    _A.UPHOLD: "scales",
    _A.DISMISS: "scales",
    _A.WARN: "bell",
    _A.RECOMPUTE: "calculator",
}


def owed_text(words: Words, row: FollowUpRow) -> str:
    """What is owed next, in a word; nothing once it is closed."""
    return words(f"follow_up_owed.{row.next_step.value}") if row.next_step else ""


def owes_text(words: Words, page: FollowUpPage) -> str:
    """What has to be done next, in a sentence."""
    step = page.row.next_step
    if step is _A.CLOSE and page.row.state is FollowUpState.PUT_RIGHT:
        return words("follow_ups.owes.close_unreachable")
    if step is _A.CONTACT and not page.is_reachable:
        return words("follow_ups.owes.contact.unreachable")
    return words(f"follow_ups.owes.{step.value}") if step else ""


def owner_text(words: Words, row: FollowUpRow) -> str:
    """Whose turn it is: the handler while it is put right, else the office."""
    if row.owner_name is None or is_with_office(row):
        return words("follow_ups.office")
    return mask_name(row.owner_name)


def title_text(words: Words, row: FollowUpRow) -> str:
    """What was said of which item."""
    return words("follow_ups.of_item", level=level_text(words, row.level), item=row.item_name or row.item)


def row_text(words: Words, row: FollowUpRow) -> str:
    """What was said, in a line of the list: the words where there are any, for many are of the same item."""
    told = row.comment.replace("\n", " ") or row.item_name or row.item
    return words("follow_ups.of_item", level=level_text(words, row.level), item=told)


def level_text(words: Words, level: RatingLevel) -> str:
    """The level by its word."""
    return words(code_of(level))


def counter_text(words: Words, row: FollowUpRow) -> str:
    """Where the person was served."""
    return words("follow_ups.counter", number=row.counter)


def appeal_text(words: Words, appeal: AppealState | None) -> str:
    """Where the appeal stands; nothing where there is none."""
    return words("follow_ups.appeal", state=words(code_of(appeal))) if appeal else ""
