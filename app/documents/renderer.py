"""The renderer behind ``app.ports.documents.DocumentRenderer``."""

from datetime import datetime
from threading import Lock

from app.documents import fallback, fonts, reprint
from app.documents.check import check, must_be_printable
from app.documents.exception_ledger import render_exceptions
from app.documents.exception_record import render_exception
from app.documents.five_ones import render_five_ones
from app.documents.letter import render_letter
from app.documents.ratings import render_ratings
from app.documents.reminder import render_reminder
from app.documents.slip import render_slip
from app.documents.ticket import render_ticket
from app.ports.documents import ExceptionForm, LetterForm, Printed, ReminderForm, TicketForm
from app.ports.exceptions_report import ExceptionsReport
from app.ports.figures_report import FiguresReport
from app.ports.ratings_report import RatingsReport
from app.texts import Texts

# A font of reportlab's cannot serve two documents at the same time.
_ONE_AT_A_TIME = Lock()


class PdfRenderer:
    """Forms to PDF, in the language of *texts*; callable from any thread."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def warm_up(self) -> None:
        """Load the fonts and look for others, so that the first form is not slower than the others."""
        with _ONE_AT_A_TIME:
            fonts.load()
            fallback.look_up()

    def render(self, form: Printed) -> bytes:
        """Return the PDF of *form*; the same form always gives the same bytes.

        Raises BadInput when a character is in none of the fonts or the QR text is not ASCII.
        """
        with _ONE_AT_A_TIME:
            check(form)
            if isinstance(form, TicketForm):
                return render_ticket(form, self._texts)
            if isinstance(form, FiguresReport):
                return render_five_ones(form, self._texts)
            if isinstance(form, ExceptionsReport):
                return render_exceptions(form, self._texts)
            if isinstance(form, RatingsReport):
                return render_ratings(form, self._texts)
            if isinstance(form, ExceptionForm):
                return render_exception(form, self._texts)
            if isinstance(form, ReminderForm):
                return render_reminder(form, self._texts)
            if isinstance(form, LetterForm):
                return render_letter(form, self._texts)
            return render_slip(form, self._texts)

    def must_be_printable(self, texts: tuple[str, ...]) -> None:
        """Raises BadInput when a character is in none of the fonts, naming each with the text it is in."""
        with _ONE_AT_A_TIME:
            must_be_printable(texts)

    def mark_reprint(self, pdf: bytes, count: int, at: datetime) -> bytes:
        """Return *pdf* with the mark 重印, its count (1 = first reprint) and time laid over every page.

        Raises BadInput when *pdf* is not a PDF.
        """
        with _ONE_AT_A_TIME:
            return reprint.mark(pdf, count, at, self._texts)
