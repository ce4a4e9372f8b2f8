"""What the printed forms are made of, and the renderer that turns them into PDF.

The forms hold plain values, already masked, as they were true when the form was issued: the same
form renders to the same bytes, whatever becomes of the item or the person later. ``None`` and an
empty tuple mean *unknown* unless the field says otherwise; unknown prints as such, never as a guess.
"""

from datetime import datetime
from typing import Protocol

from app.ports.documents.exception_records import ExceptionForm, Given, RecordedStep, Rectifying
from app.ports.documents.letters import (
    AcceptanceBody,
    Body,
    DecisionBody,
    DeliveryBody,
    DueDay,
    EndingBody,
    ExtensionBody,
    LeniencyBody,
    LetterForm,
    ReceiptBody,
    ReceivedPaper,
    RefusalBody,
    Remedies,
    SpecialProcedureBody,
)
from app.ports.documents.paper import Channel, Medium, Roll, Sheet
from app.ports.documents.reminders import AboutKind, ReminderAbout, ReminderForm
from app.ports.documents.slips import ReplacedSlip, SlipForm, SlipMaterial
from app.ports.documents.tickets import MissedCallRule, TicketErrand, TicketForm, TicketMaterial
from app.ports.exceptions_report import ExceptionsReport
from app.ports.figures_report import FiguresReport
from app.ports.ratings_report import RatingsReport

__all__ = [
    "AboutKind",
    "AcceptanceBody",
    "Body",
    "Channel",
    "DecisionBody",
    "DeliveryBody",
    "DocumentRenderer",
    "DueDay",
    "EndingBody",
    "ExceptionForm",
    "ExtensionBody",
    "Form",
    "Given",
    "LeniencyBody",
    "LetterForm",
    "Medium",
    "MissedCallRule",
    "Printed",
    "ReceiptBody",
    "ReceivedPaper",
    "RecordedStep",
    "Rectifying",
    "RefusalBody",
    "Remedies",
    "ReminderAbout",
    "ReminderForm",
    "ReplacedSlip",
    "Roll",
    "Sheet",
    "SlipForm",
    "SlipMaterial",
    "SpecialProcedureBody",
    "TicketErrand",
    "TicketForm",
    "TicketMaterial",
]

Form = TicketForm | SlipForm | LetterForm | ExceptionForm | ReminderForm
Printed = Form | FiguresReport | ExceptionsReport | RatingsReport
"""What can be printed: forms, which are issued and kept, and reports, which are made anew."""


class DocumentRenderer(Protocol):
    """Turns a form into PDF. Knows no printer; may be called from any thread."""

    def warm_up(self) -> None:
        """Do beforehand what the first form would have to wait for."""
        ...

    def render(self, form: Printed) -> bytes:
        """Return the PDF of *form*; the same form always gives the same bytes.

        A slip or a letter holds its copies (存根, 申请人), one after the other. Raises a ``YiciError`` when a
        character is in none of the fonts or the QR text is not ASCII.
        """
        ...

    def must_be_printable(self, texts: tuple[str, ...]) -> None:
        """Raise a ``YiciError`` when a character of *texts* is in none of the fonts."""
        ...

    def mark_reprint(self, pdf: bytes, count: int, at: datetime) -> bytes:
        """Return *pdf* with the mark 重印, its count (1 = first reprint) and time laid over every page."""
        ...
