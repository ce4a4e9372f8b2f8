"""What the QR code of a paper of the hall's own says: which ticket, slip or document it is."""

import re
from datetime import date
from uuid import UUID

_OURS = "yici"
_ID = r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
_TICKET = re.compile(rf"{_OURS}:ticket/(\d{{4}}-\d{{2}}-\d{{2}})/(\w+)")
_NOTICE = re.compile(f"{_OURS}:notice/{_ID}")
_DOCUMENT = re.compile(f"{_OURS}:document/{_ID}")
_EXCEPTION = re.compile(f"{_OURS}:exception/{_ID}")
_REMINDER = re.compile(f"{_OURS}:reminder/{_ID}")


def ticket_code(day: date, number: str) -> str:
    """The code of a number ticket: numbers start anew each day."""
    return f"{_OURS}:ticket/{day}/{number}"


def notice_code(id_: UUID) -> str:
    """The code of a one-time notice."""
    return f"{_OURS}:notice/{id_}"


def document_code(id_: UUID) -> str:
    """The code of a document of a case."""
    return f"{_OURS}:document/{id_}"


def exception_code(id_: UUID) -> str:
    """The code of a record of an exception case."""
    return f"{_OURS}:exception/{id_}"


def reminder_code(id_: UUID) -> str:
    """The code of a reminder to a department."""
    return f"{_OURS}:reminder/{id_}"


def scanned_ticket(code: str) -> tuple[date, str] | None:
    """Day and number of a ticket by its code; None for anything else."""
    scanned = _TICKET.fullmatch(code)
    if scanned is None:
        return None
    try:
        return date.fromisoformat(scanned[1]), scanned[2]
    except ValueError:  # no day of any calendar: not one of ours
        return None


def scanned_notice(code: str) -> UUID | None:
    """The one-time notice of a code; None for anything else."""
    return _id(_NOTICE, code)


def scanned_document(code: str) -> UUID | None:
    """The document of a code; None for anything else."""
    return _id(_DOCUMENT, code)


def scanned_exception(code: str) -> UUID | None:
    """The record of an exception case by its code; None for anything else."""
    return _id(_EXCEPTION, code)


def scanned_reminder(code: str) -> UUID | None:
    """The reminder of a code; None for anything else."""
    return _id(_REMINDER, code)


def is_on_record(code: str) -> bool:
    """Whether it is the code of a paper whose data are kept: of all but a ticket."""
    return any(read(code) for read in (scanned_notice, scanned_document, scanned_exception, scanned_reminder))


def is_paper(code: str) -> bool:
    """Whether it is the code of a ticket or of a paper on record."""
    return is_on_record(code) or scanned_ticket(code) is not None


def _id(form: re.Pattern[str], code: str) -> UUID | None:
    scanned = form.fullmatch(code)
    return UUID(scanned[1]) if scanned else None
