"""What a reader has read: one of the hall's own papers, which leads to its case."""

import re
from dataclasses import replace
from datetime import date
from uuid import UUID

from app.ports.protection import Protector
from app.ports.readers import CaseQuery

_TICKET = re.compile(r"yici:ticket/(\d{4}-\d{2}-\d{2})/(\w+)")
_NOTICE = re.compile(r"yici:notice/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")


def is_paper(code: str) -> bool:
    """Whether it is the code of a ticket or a slip."""
    return bool(_TICKET.fullmatch(code) or _NOTICE.fullmatch(code))


def asked_for(text: str, query: CaseQuery, protector: Protector) -> CaseQuery:
    """The query for what was typed or scanned: a paper's code, else number, organisation, name or a phone's end."""
    if scanned := _NOTICE.fullmatch(text):
        return replace(query, open_only=False, department=None, watch=None, notice=UUID(scanned[1]))
    if scanned := _TICKET.fullmatch(text):
        ticket = (date.fromisoformat(scanned[1]), scanned[2])
        return replace(query, open_only=False, department=None, watch=None, ticket=ticket)
    return replace(query, text=text, keys=tuple(sorted(protector.hints_of_query(text))))
