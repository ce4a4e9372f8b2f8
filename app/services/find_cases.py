"""Which cases a typed or scanned text asks for."""

from dataclasses import replace

from app.domain.paper_code import scanned_document, scanned_notice, scanned_ticket
from app.ports.protection import Protector
from app.ports.queries import CaseQuery


def asked_for(text: str, query: CaseQuery, protector: Protector) -> CaseQuery:
    """The query for what was typed or scanned: a paper's code, else number, organisation, name or a phone's end."""
    anywhere = replace(query, open_only=False, department=None, watch=None)
    if notice := scanned_notice(text):
        return replace(anywhere, notice=notice)
    if document := scanned_document(text):
        return replace(anywhere, document=document)
    if ticket := scanned_ticket(text):
        return replace(anywhere, ticket=ticket)
    return replace(query, text=text, keys=tuple(sorted(protector.hints_of_query(text))))
