"""A case as a story: who did what when, and what is owed next."""

from collections.abc import Iterator

from app.domain.case_table import CaseAction, CaseState
from app.domain.person import mask_name
from app.ports.rows import CasePage, CaseStepRow
from ui.cases.rules import urgency
from ui.cases.state import CasesState
from ui.cases.wording import ACTION_ICONS
from ui.widgets.story import Moment, StoryEntry
from ui.words import Words
from ui.worklist.story import Told, told_steps
from ui.worklist.wording import by_text, urgent_tone


def story_of(words: Words, state: CasesState) -> list[StoryEntry]:
    """The whole story, the latest of what happened marked as where we are."""
    page = state.page
    if page is None:
        return []
    return [*_steps(words, state, page), *_owed(words, state, page)]


def _steps(words: Words, state: CasesState, page: CasePage) -> Iterator[StoryEntry]:
    def told(at: int) -> Told:
        step = page.steps[at]
        who = mask_name(step.by_name) if step.by_name else words("cases.by_law")
        return Told(who, _what(words, page, step), step.text)

    is_open = page.row.watch is not None
    return told_steps(words, state, page.steps, ACTION_ICONS, told, is_open=is_open)


def _what(words: Words, page: CasePage, step: CaseStepRow) -> str:
    told = words(f"case_action.{step.action.value}")
    if step.action is CaseAction.DECIDE and page.decision is not None:
        return words("cases.told.decide", told=told, result=words(f"result.{page.decision.result.value}"))
    return words("cases.told.step", told=told)


def _owed(words: Words, state: CasesState, page: CasePage) -> Iterator[StoryEntry]:
    watch = page.row.watch
    if watch is None:
        return
    tone, when = urgent_tone(urgency(state, page.row)), by_text(words, state, watch.due)
    ended = page.row.state is CaseState.ENDED  # nobody has told the applicant yet
    what = words("cases.owes.tell_of_the_end" if ended else f"cases.owes.{watch.kind.value}")
    yield StoryEntry("owed", text=what, when=when, when_tone=tone, moment=Moment.NEXT)
