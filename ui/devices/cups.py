"""The print server of Linux, CUPS, by its own library: the document goes in as it is and every refusal is told.

Qt knows only how to paint for it: what it painted passes through a file that a full disk cuts short, and it does not
ask whether the server took it or what became of it. The library is there wherever Qt finds printers.
"""

from ctypes import CDLL, CFUNCTYPE, POINTER, Structure, byref, c_char_p, c_int, c_long, c_size_t, c_void_p
from enum import Enum
from functools import cache
from typing import Any

_NOT_FOUND, _AWAY, _NOT_ACCEPTING = 0x0406, 0x0502, 0x0506
_REFUSED = 0x0300  # and above
_HTTP_CONTINUE = 100
_ACTIVE, _COMPLETED = 0, 1
_PRINTER_STOPPED = "5"
_JOB_HELD, _JOB_STOPPED, _JOB_CANCELLED, _JOB_ABORTED = 4, 6, 7, 8


class Refusal(Enum):
    """Why the server did not do what it was asked to."""

    NO_PRINTER = "no printer of that name"
    REJECTS = "its queue takes no jobs"
    AWAY = "no server"
    OTHER = "anything else"


class CupsRefused(Exception):
    """The server, or the way to it, refused."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.value)
        self.why = why


class Standing(Enum):
    """Where a job stands."""

    UNDER_WAY = "under way"
    OUT = "out"
    STOPPED = "held, or its printer has been stopped"
    DROPPED = "cancelled, or broken off"


class _Option(Structure):
    _fields_ = [("name", c_char_p), ("value", c_char_p)]


class _Queue(Structure):
    _fields_ = [
        ("name", c_char_p), ("instance", c_char_p), ("is_default", c_int),
        ("option_count", c_int), ("options", POINTER(_Option)),
    ]  # fmt: skip


class _Job(Structure):
    _fields_ = [
        ("id", c_int), ("queue", c_char_p), ("title", c_char_p), ("user", c_char_p), ("format", c_char_p),
        ("state", c_int), ("size", c_int), ("priority", c_int),
        ("completed", c_long), ("created", c_long), ("started", c_long),
    ]  # fmt: skip


_AskPassword = CFUNCTYPE(c_void_p, c_char_p, c_void_p, c_char_p, c_char_p, c_void_p)
_give_no_password = _AskPassword(lambda *_: None)  # else the library asks on the terminal, and waits


@cache
def is_there() -> bool:
    """Whether this system prints through CUPS."""
    try:
        _library()
    except OSError:
        return False
    return True


@cache
def _library() -> CDLL:
    cups = CDLL("libcups.so.2")  # what Qt's own plugin is linked with
    cups.cupsGetNamedDest.restype = POINTER(_Queue)
    cups.cupsGetNamedDest.argtypes = [c_void_p, c_char_p, c_char_p]
    cups.cupsFreeDests.argtypes = [c_int, POINTER(_Queue)]
    cups.cupsGetOption.restype = c_char_p
    cups.cupsGetOption.argtypes = [c_char_p, c_int, POINTER(_Option)]
    cups.cupsCreateJob.argtypes = [c_void_p, c_char_p, c_char_p, c_int, POINTER(_Option)]
    cups.cupsStartDocument.argtypes = [c_void_p, c_char_p, c_int, c_char_p, c_char_p, c_int]
    cups.cupsWriteRequestData.argtypes = [c_void_p, c_char_p, c_size_t]
    cups.cupsFinishDocument.argtypes = [c_void_p, c_char_p]
    cups.cupsGetJobs2.argtypes = [c_void_p, POINTER(POINTER(_Job)), c_char_p, c_int, c_int]
    cups.cupsFreeJobs.argtypes = [c_int, POINTER(_Job)]
    cups.cupsCancelJob2.argtypes = [c_void_p, c_char_p, c_int, c_int]
    cups.cupsSetPasswordCB2.argtypes = [_AskPassword, c_void_p]
    cups.cupsSetPasswordCB2(_give_no_password, None)
    return cups


def hand_over(printer: str, pdf: bytes, title: str, options: dict[str, str]) -> int:
    """Give the printer's queue a document as it is; the job's number.

    Raises:
        CupsRefused: it was not taken, and nothing is left of it in the queue.
    """
    cups, name, heading = _library(), _queue(printer), title.encode()
    # Parts a printer that is not there from a server that is not; the call after it does not.
    _state(printer, 0, _ACTIVE)
    chosen = (_Option * len(options))(
        *(_Option(key.encode(), value.encode()) for key, value in options.items())
    )
    job: int = cups.cupsCreateJob(None, name, heading, len(chosen), chosen)
    if not job:
        raise CupsRefused(_why(cups))
    if not _send(cups, name, job, heading, pdf):
        why = _why(cups)
        cups.cupsCancelJob2(None, name, job, 1)
        raise CupsRefused(why)
    return job


def standing(printer: str, job: int) -> Standing:
    """Where a job stands.

    Raises:
        CupsRefused: the server cannot be asked.
    """
    state = _state(printer, job, _ACTIVE)
    if state is None:  # not active any more; a server that keeps no history has printed it
        ended = _state(printer, job, _COMPLETED)
        return Standing.DROPPED if ended in (_JOB_CANCELLED, _JOB_ABORTED) else Standing.OUT
    if state in (_JOB_HELD, _JOB_STOPPED) or _is_stopped(printer):
        return Standing.STOPPED
    return Standing.UNDER_WAY


def cancel(printer: str, job: int) -> None:
    """Take a job back from its queue.

    Raises:
        CupsRefused: it may still come out.
    """
    cups = _library()
    if cups.cupsCancelJob2(None, _queue(printer), job, 0) >= _REFUSED:
        raise CupsRefused(_why(cups))


def _queue(printer: str) -> bytes:
    """The queue of a name: a person's own variant of a printer is called "queue/variant"."""
    return printer.partition("/")[0].encode()


def _send(cups: Any, name: bytes, job: int, heading: bytes, pdf: bytes) -> bool:
    started = cups.cupsStartDocument(None, name, job, heading, b"application/pdf", 1)
    if started != _HTTP_CONTINUE or cups.cupsWriteRequestData(None, pdf, len(pdf)) != _HTTP_CONTINUE:
        cups.cupsFinishDocument(None, name)
        return False
    return bool(cups.cupsFinishDocument(None, name) < _REFUSED)


def _state(printer: str, job: int, which: int) -> int | None:
    cups, jobs = _library(), POINTER(_Job)()
    count = cups.cupsGetJobs2(None, byref(jobs), _queue(printer), 0, which)
    if count < 0:
        raise CupsRefused(_why(cups))
    try:
        return next((jobs[place].state for place in range(count) if jobs[place].id == job), None)
    finally:
        cups.cupsFreeJobs(count, jobs)


def _is_stopped(printer: str) -> bool:
    cups = _library()
    queue = cups.cupsGetNamedDest(None, _queue(printer), None)
    if not queue:
        raise CupsRefused(_why(cups))
    try:
        said: bytes | None = cups.cupsGetOption(b"printer-state", queue[0].option_count, queue[0].options)
    finally:
        cups.cupsFreeDests(1, queue)
    return said is not None and said.decode() == _PRINTER_STOPPED


def _why(cups: Any) -> Refusal:
    whys = {_NOT_FOUND: Refusal.NO_PRINTER, _NOT_ACCEPTING: Refusal.REJECTS, _AWAY: Refusal.AWAY}
    return whys.get(cups.cupsLastError(), Refusal.OTHER)
