"""The papers of a case looked at as they lie on file: one is made void or issued anew from there."""

from app.domain.case_table import CaseAction
from app.domain.document import DocumentKind
from app.domain.message import Message
from app.domain.print_job import Paper, PaperKind
from app.ports.rows import CasePage
from app.services.documents import issue_document, preview_document, void_document
from app.services.notices import preview_case_notice
from app.services.paper import paper_pdf
from app.services.use_case import Command
from ui.cases import rules
from ui.cases.listing import CaseListing
from ui.cases.slips import Slips
from ui.cases.state import CasesState, OpenPaper, Pane
from ui.cases.steps import STEPS
from ui.one_command import Commands
from ui.worklist.desk import Desk


class Looking:
    """Shows one paper at a time, in the place of the case."""

    def __init__(
        self, desk: Desk[CasesState], commands: Commands, listing: CaseListing, slips: Slips
    ) -> None:
        self._desk, self._commands, self._listing, self._slips = desk, commands, listing, slips

    def open(self, kind: PaperKind, number: str) -> None:
        """Show an issued paper, byte for byte."""

        async def read() -> None:
            readers = self._desk.ports.readers
            is_notice = kind is PaperKind.NOTICE
            row = await (readers.notice(number) if is_notice else readers.document(number))
            pdf = await paper_pdf(self._desk.ports, Paper(kind, row.id, number))
            self._show(OpenPaper(kind, (pdf,), number=number))

        self._desk.look(read, "paper")

    def preview(self, kind: DocumentKind) -> None:
        """Show what a document of the case would say now; it takes no number."""
        page, command = self._desk.state.page, self._desk.session.command()
        if page is None:
            return

        async def draw() -> None:
            pdf = await preview_document(self._desk.ports, command, page.row.number, kind)
            self._show(OpenPaper(PaperKind.DOCUMENT, (pdf,), would_be=kind))

        self._desk.look(draw, "paper")

    def preview_step(self, action: CaseAction) -> None:
        """Show what a step would put on paper, before it is taken; it takes no number."""
        page, draft, command = self._desk.state.page, self._desk.state.draft, self._desk.session.command()
        if page is None:
            return
        number, ports = page.row.number, self._desk.ports
        judgements = draft.judged.for_materials(self._desk.state.materials)

        async def draw() -> None:
            if action in rules.NOTIFYING:
                slip = await preview_case_notice(ports, command, number, judgements, draft.text)
                self._show(OpenPaper(PaperKind.NOTICE, (slip,), step=action))
            else:
                papers = await STEPS[action].preview(ports, command, number, draft)
                self._show(OpenPaper(PaperKind.DOCUMENT, papers, step=action))

        self._desk.look(draw, "paper")

    def act(self) -> None:
        """Issue what is previewed, or print once more what is on file."""
        page, paper = self._desk.state.page, self._desk.state.paper
        if page is None or paper is None:
            return
        if paper.would_be is not None:
            self._issue(page, paper.would_be)
        else:
            self._slips.print_again(paper.kind, paper.number)

    def void(self, reason: str) -> None:
        """The paper that is shown counts no longer; why, its record says."""
        page, paper = self._desk.state.page, self._desk.state.paper
        if page is None or paper is None or not paper.number:
            return
        if not reason.strip():
            self._desk.change(problem=Message("document.rule.say_why"))
            return
        number, ports = page.row.number, self._desk.ports

        async def steps(command: Command) -> CasePage:
            await void_document(ports, command, paper.number, reason)
            return await ports.readers.case(number)

        self._commands.give(
            ("void", paper.number, reason),
            steps,
            lambda after: self._done("cases.voided", paper.number, after),
        )

    def leave(self) -> None:
        """Back to the case."""
        self._listing.show_case()

    def _issue(self, page: CasePage, kind: DocumentKind) -> None:
        number, ports = page.row.number, self._desk.ports

        async def steps(command: Command) -> CasePage:
            await issue_document(ports, command, number, kind)
            return await ports.readers.case(number)

        def done(after: CasePage) -> None:
            self._slips.print_new(page, after)
            issued = [d.number for d in after.documents if d.kind is kind]
            self._done("cases.issued", issued[-1], after)

        self._commands.give(("issue", number, kind, len(page.documents)), steps, done)

    def _show(self, paper: OpenPaper) -> None:
        self._desk.change(paper=paper, pane=Pane.PAPER, problem=None)

    def _done(self, code: str, number: str, page: CasePage) -> None:
        self._listing.show_page(page)
        self._desk.view.say(Message(code, {"number": number}))
        self.leave()
