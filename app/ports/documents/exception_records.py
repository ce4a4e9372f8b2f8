"""What the record of an exception case says."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.exception_case import Channel
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel, Rung
from app.ports.judged import Judged


@dataclass(frozen=True, kw_only=True)
class Given:
    """To whom a case was given, and by when to settle it."""

    department: str
    handler: str  # masked
    due: date


@dataclass(frozen=True, kw_only=True)
class Rectifying:
    """What is done about the cause that a case has in common with others."""

    measure: str
    unit: str
    due: date
    proof: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordedStep:
    """One entry of the story."""

    action: ExceptionAction
    at: datetime
    by: str | None  # masked; None where a rule did it
    staff_number: str | None
    text: str
    judged: Judged | None = None  # what it was said to be
    given: Given | None = None  # to whom, where it was given to somebody


@dataclass(frozen=True, kw_only=True)
class ExceptionForm:
    """例外事项登记表: an exception case as it stood when the record was issued. An empty text was not said."""

    number: str
    hall: str
    issued_at: datetime  # aware, in the hall's time zone, as all times of the form
    state: ExceptionState
    registered_at: datetime
    channel: Channel
    category: str
    category_name: str = ""  # empty: as usual
    level: ExceptionLevel

    person: str | None = None  # masked; None: not named
    phone: str | None = None  # masked
    item: str | None = None
    item_code: str | None = None
    counter: str | None = None
    trips: int  # 0: unknown
    ticket_number: str | None = None
    notice_number: str | None = None

    summary: str
    wish: str = ""
    judgement: str = ""
    department: str | None = None
    handler: str | None = None  # masked
    assigned_on: date | None = None
    due: date
    due_provisional: bool = False
    extension: str = ""  # why it took longer; empty: it was not extended
    extended_to: date | None = None
    parts: tuple[str, ...] = ()  # what other departments did, one sentence each
    rung: Rung = Rung.HANDLER
    basis: str = ""  # of a negative answer
    attachments: tuple[str, ...] = ()  # names of files
    case_number: str | None = None
    measures: tuple[str, ...] = ()
    answer: str = ""
    follow_up: str = ""
    satisfied: bool | None = None
    group: str | None = None
    cause: str = ""  # of the group
    rectification: Rectifying | None = None
    steps: tuple[RecordedStep, ...]

    handled_by: str  # the handler, masked; empty while nobody was given it
    staff_number: str
    qr: str
