"""What each step asks the hall to do with what was typed and chosen."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from app.domain.case_parts import Extension, Keeping, RefusalGround
from app.domain.case_table import CaseAction
from app.ports.rows import CasePage
from app.services import case_intake, case_progress
from app.services.case_intake import Promised
from app.services.open_case import HandedIn
from app.services.preview import preview_step
from app.services.use_case import Command, Ports
from ui.cases.drafts import CaseDraft, PaperDraft
from ui.cases.rules import days_of

_Said = tuple[object, ...]


def _nothing(_: CaseDraft) -> _Said:
    return ()


@dataclass(frozen=True, slots=True)
class Step:
    """A use case about a case, and what of a draft it is told."""

    use_case: Callable[..., Awaitable[CasePage]]
    said: Callable[[CaseDraft], _Said] = _nothing

    async def take(self, ports: Ports, command: Command, number: str, draft: CaseDraft) -> CasePage:
        """Take the step.

        Raises:
            YiciError: it cannot be taken.
        """
        return await self.use_case(ports, command, number, *self.said(draft))

    async def preview(
        self, ports: Ports, command: Command, number: str, draft: CaseDraft
    ) -> tuple[bytes, ...]:
        """What it would put on paper; nothing is done.

        Raises:
            YiciError: it cannot be taken.
        """
        return await preview_step(ports, command, self.use_case, number, *self.said(draft))


def _came(draft: CaseDraft) -> _Said:
    return _papers(draft), draft.receipt


def _supplemented(draft: CaseDraft) -> _Said:
    return draft.ticked, _papers(draft), draft.receipt


def _accepted(draft: CaseDraft) -> _Said:
    promised = None
    if draft.pledged and draft.pledged_by is not None:
        promised = Promised(draft.ticked, draft.pledged_by, draft.pledged_form)
    return days_of(draft.days), draft.joint, promised


def _refused(draft: CaseDraft) -> _Said:
    authority = draft.right_authority if draft.ground is RefusalGround.OTHER_AUTHORITY else ""
    return draft.text, draft.ground, authority


def _extended(draft: CaseDraft) -> _Said:
    return (Extension(int(draft.days), draft.text, draft.approved_by),)


def _words(draft: CaseDraft) -> _Said:
    return (draft.text,)


def _papers(draft: CaseDraft) -> tuple[HandedIn, ...]:
    """What was ticked, each as it came."""
    return tuple(_handed_in(draft.paper(material)) for material in sorted(draft.ticked))


def _handed_in(paper: PaperDraft) -> HandedIn:
    copies = int(paper.copies) if paper.copies else None
    kept, returned = paper.keeping is not Keeping.SEEN, paper.keeping is Keeping.RETURNED
    return HandedIn(paper.material, copies, paper.form, kept, returned)


STEPS: Mapping[CaseAction, Step] = {
    CaseAction.TAKE_PAPERS: Step(case_intake.take_papers, _came),
    CaseAction.SUPPLEMENT: Step(case_intake.supplement_case, _supplemented),
    CaseAction.ACCEPT: Step(case_intake.accept_case, _accepted),
    CaseAction.REFUSE: Step(case_intake.refuse_case, _refused),
    CaseAction.PLEDGE_KEPT: Step(case_intake.keep_pledge),
    CaseAction.SUSPEND: Step(case_progress.suspend_case, lambda draft: (draft.procedure, int(draft.days))),
    CaseAction.RESUME: Step(case_progress.resume_case),
    CaseAction.EXTEND: Step(case_progress.extend_case, _extended),
    CaseAction.DECIDE: Step(
        case_progress.decide_case,
        lambda draft: (draft.result, draft.text, draft.certificate.strip() or None),
    ),
    CaseAction.DELIVER: Step(case_progress.deliver_case, lambda draft: (draft.way, draft.received_by)),
    CaseAction.ARCHIVE: Step(case_progress.archive_case),
    CaseAction.WITHDRAW: Step(case_progress.withdraw_case, _words),
    CaseAction.END: Step(case_progress.end_case, _words),
}
