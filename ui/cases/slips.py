"""The paper of a case: printed when a step issues it, and again when somebody asks."""

from app.domain.print_job import PaperKind
from app.ports.rows import CasePage, NoticeRow
from ui.cases.state import CasesState
from ui.worklist.printing import Printing


class Slips(Printing[CasesState]):
    """Notices and documents."""

    def print_notice(self, notice: NoticeRow) -> None:
        """Print a slip that has just been issued."""
        self.print(PaperKind.NOTICE, notice.number)

    def print_new(self, before: CasePage, page: CasePage) -> None:
        """Print the documents that a step has just issued."""
        known = {document.id for document in before.documents}
        for document in page.documents:
            if document.id not in known:
                self.print(PaperKind.DOCUMENT, document.number)
