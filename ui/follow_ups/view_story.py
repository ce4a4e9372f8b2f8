"""A follow-up as a story: who did what when, and what is owed next."""

from collections.abc import Iterator

from app.domain.follow_up_table import AppealState, FollowUpAction
from app.domain.person import mask_name
from app.domain.worklist import Urgency
from app.ports.rows import FollowUpPage, FollowUpStepRow
from app.texts import code_of
from ui.follow_ups.rules import urgency
from ui.follow_ups.state import FollowUpsState
from ui.follow_ups.wording import ACTION_ICONS, level_text, owes_text, owner_text
from ui.widgets.story import Moment, StoryEntry
from ui.words import Words
from ui.worklist.wording import by_text, day_text, moment_text, urgent_tone

_A = FollowUpAction


def story_of(words: Words, state: FollowUpsState) -> list[StoryEntry]:
    """The whole story, the latest of what happened marked as where we are."""
    page = state.page
    if page is None:
        return []
    return [*_steps(words, state, page), *_owed(words, state, page)]


def _steps(words: Words, state: FollowUpsState, page: FollowUpPage) -> Iterator[StoryEntry]:
    last = len(page.steps) - 1
    for at, step in enumerate(page.steps):
        now = at == last and page.row.next_step is not None
        yield StoryEntry(
            f"step-{at}",
            _who(words, page, step),
            _what(words, state, page, at),
            step.text,
            moment_text(words, state, step.at),
            ACTION_ICONS[step.action],
            Moment.NOW if now else Moment.PAST,
        )


def _who(words: Words, page: FollowUpPage, step: FollowUpStepRow) -> str:
    if step.by_name is not None:
        return mask_name(step.by_name)
    if step.action is not _A.OPEN:
        return words("exception.by_rule")
    return page.name or words("follow_ups.person.none")


def _what(words: Words, state: FollowUpsState, page: FollowUpPage, at: int) -> str:
    step = page.steps[at]
    due = day_text(words, step.due, state.year) if step.due is not None else ""
    match step.action:
        case _A.OPEN:
            level, source = level_text(words, page.row.level), words(code_of(page.source))
            return words("follow_ups.told.open", level=level, source=source, due=due)
        case _A.ASSIGN:
            handler = mask_name(step.handler_name) if step.handler_name else ""
            return words("follow_ups.told.assign", handler=handler, due=due)
        case _A.ASK:
            answer = "satisfied" if _was_satisfied(page, at) else "not_satisfied"
            return words(f"follow_ups.told.{answer}")
        case _A.CONTACT if not page.is_reachable:
            return words("follow_ups.told.contact.unreachable", due=due)
        case _:
            return words(f"follow_ups.told.{step.action.value}", due=due)


def _was_satisfied(page: FollowUpPage, at: int) -> bool:
    """Steps do not keep the answer, but what came after it tells it."""
    for step in page.steps[at + 1 :]:
        if step.action in (_A.REWORK, _A.CLOSE):
            return step.action is _A.CLOSE
    return bool(page.satisfied)


def _owed(words: Words, state: FollowUpsState, page: FollowUpPage) -> Iterator[StoryEntry]:
    row = page.row
    if row.due is None:
        return
    how_urgent = urgency(state, row)
    is_today = how_urgent is Urgency.TODAY
    when = words("follow_ups.due.today_by") if is_today else by_text(words, state, row.due)
    yield StoryEntry(
        "owed", owner_text(words, row), owes_text(words, page),
        when=when, when_tone=urgent_tone(how_urgent), moment=Moment.NEXT,
    )  # fmt: skip
    if row.appeal is AppealState.LODGED and row.next_step is not _A.DISMISS:
        yield StoryEntry(
            "review", words("follow_ups.office"), words("follow_ups.owes.dismiss"), moment=Moment.NEXT
        )
