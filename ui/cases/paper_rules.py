"""What may be done with the papers of the case on the page."""

from app.domain.case_parts import Result
from app.domain.case_table import CaseAction, CaseState
from app.domain.document import DocumentKind, DocumentStatus
from app.domain.staff import PERMISSIONS, Permission
from app.ports.rows import CasePage
from ui.cases.state import CasesState


def may_void(state: CasesState) -> bool:
    """Whether who is signed in may make the paper that is shown void: a document that counts."""
    page, paper = state.page, state.paper
    if page is None or paper is None or state.actor is None:
        return False
    in_force = {d.number for d in page.documents if d.status is DocumentStatus.IN_FORCE}
    return paper.number in in_force and Permission.DOCUMENT_VOID in PERMISSIONS[state.actor.role]


def issuable(page: CasePage) -> tuple[DocumentKind, ...]:
    """What the case has come to without a paper that counts: made void, done by law, or a receipt nobody asked for."""
    in_force = {d.kind for d in page.documents if d.status is DocumentStatus.IN_FORCE}
    result = page.decision.result if page.decision else None
    has_ended = any(step.action is CaseAction.END for step in page.steps)
    come_to = {
        DocumentKind.RECEIPT: bool(page.papers),
        DocumentKind.ACCEPTANCE: page.row.accepted_on is not None and not has_ended,
        DocumentKind.REFUSAL: page.row.state is CaseState.REFUSED,
        DocumentKind.LENIENCY: page.pledge is not None and not has_ended,
        DocumentKind.EXTENSION: page.extension is not None,
        DocumentKind.SPECIAL_PROCEDURE: bool(page.suspensions),
        DocumentKind.GRANT: result is Result.GRANTED,
        DocumentKind.DENIAL: result is Result.DENIED,
        DocumentKind.DELIVERY_RECEIPT: page.delivery is not None,
        DocumentKind.ENDING: has_ended,
    }
    return tuple(kind for kind, has_come in come_to.items() if has_come and kind not in in_force)
