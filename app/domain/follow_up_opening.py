"""How the follow-up of a bad rating begins, and its number."""

from app.domain.events import Event, Topic
from app.domain.follow_up import Change, FollowUp, FollowUpStep
from app.domain.follow_up_table import FollowUpAction, FollowUpLimit, FollowUpState
from app.domain.follow_up_terms import FollowUpTerms
from app.domain.ids import FollowUpId
from app.domain.rating import Rating

_OPEN = FollowUpAction.OPEN


def open_follow_up(
    id_: FollowUpId, number: str, rating: Rating, terms: FollowUpTerms, *, reachable: bool
) -> Change:
    """A bad rating opens it; the clock counts from the day the rating was given."""
    contact_by, right_by = terms.contact_by(rating.day), terms.right_by(rating.day)
    limits = {FollowUpLimit.CONTACT: contact_by, FollowUpLimit.RIGHT: right_by}
    step = FollowUpStep(
        _OPEN, FollowUpState.OPENED, rating.given_at, None, rating.comment, due=contact_by.day
    )
    opened = FollowUp(
        id=id_,
        number=number,
        rating=rating.id,
        clerk=rating.clerk,
        reachable=reachable,
        opened_on=rating.day,
        contact_by=contact_by,
        right_by=right_by,
        steps=(step,),
        warn_on=terms.warnings(limits, rating.day),
    )
    return opened, (Event(Topic.RATINGS, _OPEN, id_, {"number": number}),)


def follow_up_number(year: int, sequence: int) -> str:
    """The number of a follow-up: 差评〔2026〕0041."""
    return f"差评〔{year}〕{sequence:04d}"


def follow_up_named(text: str, year: int) -> str:
    """The number that somebody types: in full, or of this year's its last digits alone."""
    typed = text.strip()
    return follow_up_number(year, int(typed)) if typed.isdecimal() else typed
