"""What each step asks the hall to do with what was typed and chosen."""

from collections.abc import Awaitable, Callable, Mapping

from app.domain.case_parts import Extension, Keeping, RefusalGround
from app.domain.case_table import CaseAction
from app.ports.rows import CasePage
from app.services import case_intake, case_progress
from app.services.case_intake import HandedIn, Promised
from app.services.use_case import Command, Ports
from ui.cases.drafts import CaseDraft, PaperDraft
from ui.cases.rules import days_of

Step = Callable[[Ports, Command, str, CaseDraft], Awaitable[CasePage]]


async def _take_papers(ports: Ports, command: Command, number: str, draft: CaseDraft) -> CasePage:
    return await case_intake.take_papers(ports, command, number, _papers(draft), draft.receipt)


async def _supplement(ports: Ports, command: Command, number: str, draft: CaseDraft) -> CasePage:
    papers = _papers(draft)
    return await case_intake.supplement_case(ports, command, number, draft.ticked, papers, draft.receipt)


async def _accept(ports: Ports, command: Command, number: str, draft: CaseDraft) -> CasePage:
    promised = None
    if draft.pledged and draft.pledged_by is not None:
        promised = Promised(draft.ticked, draft.pledged_by, draft.pledged_form)
    return await case_intake.accept_case(ports, command, number, days_of(draft.days), draft.joint, promised)


async def _refuse(ports: Ports, command: Command, number: str, draft: CaseDraft) -> CasePage:
    assert draft.ground is not None
    authority = draft.right_authority if draft.ground is RefusalGround.OTHER_AUTHORITY else ""
    return await case_intake.refuse_case(ports, command, number, draft.text, draft.ground, authority)


async def _suspend(ports: Ports, command: Command, number: str, draft: CaseDraft) -> CasePage:
    assert draft.procedure is not None
    return await case_progress.suspend_case(ports, command, number, draft.procedure, int(draft.days))


async def _extend(ports: Ports, command: Command, number: str, draft: CaseDraft) -> CasePage:
    extension = Extension(int(draft.days), draft.text, draft.approved_by)
    return await case_progress.extend_case(ports, command, number, extension)


async def _decide(ports: Ports, command: Command, number: str, draft: CaseDraft) -> CasePage:
    assert draft.result is not None
    certificate = draft.certificate.strip() or None
    return await case_progress.decide_case(ports, command, number, draft.result, draft.text, certificate)


async def _deliver(ports: Ports, command: Command, number: str, draft: CaseDraft) -> CasePage:
    return await case_progress.deliver_case(ports, command, number, draft.way, draft.received_by)


def _papers(draft: CaseDraft) -> tuple[HandedIn, ...]:
    """What was ticked, each as it came."""
    return tuple(_handed_in(draft.paper(material)) for material in sorted(draft.ticked))


def _handed_in(paper: PaperDraft) -> HandedIn:
    copies = int(paper.copies) if paper.copies else None
    kept, returned = paper.keeping is not Keeping.SEEN, paper.keeping is Keeping.RETURNED
    return HandedIn(paper.material, copies, paper.form, kept, returned)


def _plain(use_case: Callable[[Ports, Command, str], Awaitable[CasePage]]) -> Step:
    """A step that needs nothing."""
    return lambda ports, command, number, draft: use_case(ports, command, number)


def _saying(use_case: Callable[[Ports, Command, str, str], Awaitable[CasePage]]) -> Step:
    """A step that needs nothing but words."""
    return lambda ports, command, number, draft: use_case(ports, command, number, draft.text)


STEPS: Mapping[CaseAction, Step] = {
    CaseAction.TAKE_PAPERS: _take_papers,
    CaseAction.SUPPLEMENT: _supplement,
    CaseAction.ACCEPT: _accept,
    CaseAction.REFUSE: _refuse,
    CaseAction.PLEDGE_KEPT: _plain(case_intake.keep_pledge),
    CaseAction.SUSPEND: _suspend,
    CaseAction.RESUME: _plain(case_progress.resume_case),
    CaseAction.EXTEND: _extend,
    CaseAction.DECIDE: _decide,
    CaseAction.DELIVER: _deliver,
    CaseAction.ARCHIVE: _plain(case_progress.archive_case),
    CaseAction.WITHDRAW: _saying(case_progress.withdraw_case),
    CaseAction.END: _saying(case_progress.end_case),
}
