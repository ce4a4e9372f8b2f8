"""What a reader has read: one of the hall's own papers, which leads to its case and to its own record."""

import re
from dataclasses import replace
from datetime import date
from uuid import UUID

from app.ports.protection import Protector
from app.ports.readers import CaseQuery

_ID = r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
_TICKET = re.compile(r"yici:ticket/(\d{4}-\d{2}-\d{2})/(\w+)")
_NOTICE = re.compile(f"yici:notice/{_ID}")
_DOCUMENT = re.compile(f"yici:document/{_ID}")


def is_paper(code: str) -> bool:
    """Whether it is the code of a ticket, a slip or a document of a case."""
    return is_on_record(code) or scanned_ticket(code) is not None


def is_on_record(code: str) -> bool:
    """Whether it is the code of a paper whose data are kept: a slip or a document of a case."""
    return bool(_NOTICE.fullmatch(code) or _DOCUMENT.fullmatch(code))


def scanned_ticket(code: str) -> tuple[date, str] | None:
    """Day and number of a ticket by its code; None for anything else."""
    scanned = _TICKET.fullmatch(code)
    if scanned is None:
        return None
    try:
        return date.fromisoformat(scanned[1]), scanned[2]
    except ValueError:  # no day of any calendar: not one of ours
        return None


def asked_for(text: str, query: CaseQuery, protector: Protector) -> CaseQuery:
    """The query for what was typed or scanned: a paper's code, else number, organisation, name or a phone's end."""
    anywhere = replace(query, open_only=False, department=None, watch=None)
    if scanned := _NOTICE.fullmatch(text):
        return replace(anywhere, notice=UUID(scanned[1]))
    if scanned := _DOCUMENT.fullmatch(text):
        return replace(anywhere, document=UUID(scanned[1]))
    if ticket := scanned_ticket(text):
        return replace(anywhere, ticket=ticket)
    return replace(query, text=text, keys=tuple(sorted(protector.hints_of_query(text))))
