"""Who applies: said when a case is received, completed or corrected afterwards."""

from app.domain.applicant import ApplicantKind
from app.domain.message import Message
from app.ports.rows import CasePage
from app.services.case_applicant import Correction, correct_applicant
from app.services.case_intake import Applying
from app.services.issue_ticket import Visitor
from ui.cases.drafts import ApplicantDraft
from ui.cases.listing import CaseListing
from ui.cases.state import CasesState, Pane
from ui.one_command import Commands
from ui.worklist.desk import Desk


class Correcting:
    """The form of the page's applicant."""

    def __init__(self, desk: Desk[CasesState], commands: Commands, listing: CaseListing) -> None:
        self._desk, self._commands, self._listing = desk, commands, listing

    def open(self) -> None:
        """Show the form: an organisation as it is known, of persons nothing but what is typed anew."""
        page = self._desk.state.page
        if page is not None:
            self._desk.change(pane=Pane.APPLICANT, applicant=_known(page), problem=None)

    def write(self, draft: ApplicantDraft) -> None:
        """Something was typed or chosen."""
        self._desk.change(applicant=draft, problem=None)

    def save(self) -> None:
        """Complete or correct it; what was left empty stays."""
        page, draft, ports = self._desk.state.page, self._desk.state.applicant, self._desk.ports
        if page is None:
            return
        if draft == _known(page):
            self._desk.change(problem=Message("case.rule.nothing_corrected"))
        elif draft.lacks_organisation:
            self._desk.change(problem=Message("cases.lacking.organisation"))
        else:
            number, correction = page.row.number, _correction(page, draft)
            self._commands.give(
                ("applicant", number, page.version, draft),
                lambda command: correct_applicant(ports, command, number, correction),
                self._done,
            )

    def _done(self, page: CasePage) -> None:
        self._desk.change(applicant=ApplicantDraft(), revealed=None)
        self._listing.show_page(page)
        self._listing.show_case()
        self._desk.look(self._listing.refresh, "list")
        self._desk.view.say(Message("cases.applicant.corrected", {"number": page.row.number}))


def applying_of(draft: ApplicantDraft) -> Applying:
    """What was typed, as the hall takes it: an organisation only where one applies."""
    is_organisation = draft.kind is ApplicantKind.ORGANISATION
    return Applying(
        Visitor(draft.name, draft.identity, draft.phone),
        Visitor(draft.agent_name, draft.agent_identity, draft.agent_phone),
        draft.organisation if is_organisation else "",
        draft.code if is_organisation else "",
    )


def _known(page: CasePage) -> ApplicantDraft:
    if page.row.applicant_kind is ApplicantKind.PERSON:
        return ApplicantDraft()
    return ApplicantDraft(page.row.applicant_kind, page.row.applicant or "", page.organisation_code or "")


def _correction(page: CasePage, draft: ApplicantDraft) -> Correction:
    was_organisation = page.row.applicant_kind is ApplicantKind.ORGANISATION
    drops = was_organisation and draft.kind is ApplicantKind.PERSON
    return Correction(applying_of(draft), drops_organisation=drops, drops_agent=draft.drops_agent)
