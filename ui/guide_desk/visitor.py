"""Checking who comes, as it is typed."""

from datetime import date

from app.domain.errors import BadInput
from app.domain.message import Message
from app.domain.person import Personal, age_on
from app.domain.policy import Priority, class_of_age
from app.ports.protection import Protector
from ui.guide_desk.draft import Check, VisitorDraft

FULL_LENGTH = {Personal.IDENTITY: 18, Personal.PHONE: 11}
"""From this many characters on a value can be judged although it is still being typed."""


def check(protector: Protector, part: Personal, text: str, *, left: bool) -> Check:
    """Whether a value is in order; a short one is not wrong before its field is left."""
    if not text.strip():
        return Check()
    try:
        protector.protect(part, text.strip())
    except BadInput as error:
        judged = left or len(text.strip()) >= FULL_LENGTH.get(part, 0)
        return Check(problem=_problem(error)) if judged else Check()
    return Check(ok=True)


def class_for(visitor: VisitorDraft, today: date) -> Priority:
    """The class that a person's identity number speaks for, once it is whole and in order."""
    known = visitor.checks.get(Personal.IDENTITY)
    years = age_on(today, "".join(visitor.identity.split())) if known is not None and known.ok else None
    return class_of_age(years) if years is not None else Priority.ORDINARY


def _problem(error: BadInput) -> Message:
    return error.problems[0].what if error.problems else error.message
