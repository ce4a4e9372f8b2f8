"""A case as a story: who did what when, and what is owed next."""

from collections.abc import Iterator

from app.domain.calendar import Due
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.person import mask_name
from app.domain.worklist import Urgency
from app.ports.judged import judged_words
from app.ports.ledger_words import said_at
from app.ports.rows import ExceptionPage, StepRow
from ui.exceptions.rules import owed_contact, urgency
from ui.exceptions.state import ExceptionsState
from ui.exceptions.wording import ACTION_ICONS, is_anonymous, owed_text, owner_text, person_text
from ui.widgets.story import Moment, StoryEntry
from ui.words import Words
from ui.worklist.story import Told, told_steps
from ui.worklist.wording import by_text, day_text, moment_text, urgent_tone

_A = ExceptionAction


def story_of(words: Words, state: ExceptionsState) -> list[StoryEntry]:
    """The whole story, the latest of what happened marked as where we are."""
    page = state.page
    if page is None:
        return []
    told = [_reported(words, state, page), *_steps(words, state, page)]
    return [*told, *_owed(words, state, page)]


def _reported(words: Words, state: ExceptionsState, page: ExceptionPage) -> StoryEntry:
    where = words(f"exceptions.reported.{page.row.channel.value}")
    told = page.row.summary
    if page.wish:
        told = words("exceptions.story.with_wish", summary=told, wish=page.wish)
    at = moment_text(words, state, page.row.registered_at)
    return StoryEntry("reported", person_text(words, page), where, told, at, "chat-text")


def _steps(words: Words, state: ExceptionsState, page: ExceptionPage) -> Iterator[StoryEntry]:
    def told(at: int) -> Told:
        step = page.steps[at]
        who = mask_name(step.by_name) if step.by_name else words("exception.by_rule")
        return Told(who, _what(words, state, page, at), _said(words, step))

    is_open = page.row.state is not ExceptionState.CLOSED
    return told_steps(words, state, page.steps, ACTION_ICONS, told, is_open=is_open)


def _said(words: Words, step: StepRow) -> str:
    if step.action is _A.OPEN:
        return words(judged_words(step.judged)) if step.judged else ""
    if step.action is _A.ESCALATE:
        return ""
    said = said_at(step)
    return said if isinstance(said, str) else words(said)


def _what(words: Words, state: ExceptionsState, page: ExceptionPage, at: int) -> str:
    step = page.steps[at]
    match step.action:
        case _A.OPEN:
            return _opened(words, page)
        case _A.TRIAGE | _A.REOPEN | _A.EXTEND | _A.WARN | _A.RECOMPUTE:
            return words(f"exceptions.told.{step.action.value}", due=_day(words, state, step))
        case _A.ASSIGN | _A.JOIN | _A.PART | _A.RELEASE:
            told, due = f"exceptions.told.{step.action.value}", _day(words, state, step)
            return words(told, department=step.department or "", handler=_handler(step), due=due)
        case _A.ANSWER | _A.SIGN_OFF:
            return _answered(words, state, page, step)
        case _A.ESCALATE:
            assert step.rung is not None
            return words("exceptions.told.escalate", rung=words(f"rung.{step.rung.value}"))
        case _A.FOLLOW_UP:
            return words("exceptions.told.satisfied" if step.satisfied else "exceptions.told.not_satisfied")
        case _:
            return words(f"exceptions.told.{step.action.value}")


def _answered(words: Words, state: ExceptionsState, page: ExceptionPage, step: StepRow) -> str:
    """An answer, and by when the case is followed up; those of long ago say nothing of it."""
    told = words(f"exceptions.told.{step.action.value}")
    if step.due is None:
        return told
    return words(f"exceptions.told.then_{_after(page)}", told=told, due=_day(words, state, step))


def _after(page: ExceptionPage) -> str:
    """What follows an answer: nobody can be asked where nobody is known."""
    return "close" if is_anonymous(page) else "follow_up"


def _handler(step: StepRow) -> str:
    return mask_name(step.handler_name) if step.handler_name else ""


def _opened(words: Words, page: ExceptionPage) -> str:
    linked = [
        words(f"exceptions.linked.{what}", number=number)
        for what, number in (("ticket", page.ticket), ("case", page.case), ("notice", page.notice))
        if number
    ]
    if not linked:
        return words("exceptions.told.open")
    return words("exceptions.told.open_with", linked=words("exceptions.comma").join(linked))


def _day(words: Words, state: ExceptionsState, step: StepRow) -> str:
    return day_text(words, step.due, state.year) if step.due is not None else ""


def _owed(words: Words, state: ExceptionsState, page: ExceptionPage) -> Iterator[StoryEntry]:
    row = page.row
    if row.state is ExceptionState.CLOSED:
        return
    how_urgent = urgency(state, row)
    is_today = how_urgent is Urgency.TODAY
    contact_by = owed_contact(row)
    due = Due(contact_by) if contact_by is not None else row.due
    when = words("exceptions.due.today_by") if is_today else by_text(words, state, due)
    who, what = owner_text(words, row), owed_text(words, state.policy, page)
    yield StoryEntry("owed", who, what, when=when, when_tone=urgent_tone(how_urgent), moment=Moment.NEXT)
    if row.state is ExceptionState.IN_HAND:
        after = words(f"exceptions.after.{_after(page)}")
        latest = by_text(words, state, state.follow_up_by) if state.follow_up_by else ""
        yield StoryEntry("after", text=after, when=latest, moment=Moment.NEXT)
