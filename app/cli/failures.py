"""What went wrong: as an exit status, as JSON, and in words."""

from collections.abc import Mapping
from typing import Any

import typer
from typer.core import TyperArgument, TyperOption

from app.domain.errors import BadInput, NotPermitted, Problem, RuleBroken, YiciError
from app.domain.message import Message
from app.ports.errors import ConcurrentChange, DatabaseAway, DatabaseUnusable, DeviceFailed, KeyUnusable
from app.texts import Texts

UNEXPECTED = 1
WRONG_USAGE = 2
FORBIDDEN = 3
DATABASE = 4
FILE = 5
PERSON = 6

_STATUS: tuple[tuple[type[YiciError], int], ...] = (
    (NotPermitted, PERSON),
    (BadInput, WRONG_USAGE),
    (RuleBroken, FORBIDDEN),
    (ConcurrentChange, FORBIDDEN),
    (DatabaseAway, DATABASE),
    (DatabaseUnusable, DATABASE),
    (DeviceFailed, FILE),
    (KeyUnusable, FILE),
)
_STATUS_OF_CODE = {"import.problems": FILE, "database.rule.url": WRONG_USAGE}
"""Codes that say more than their class: what was given was a file, or was typed here."""

_ANY_WORDS = ("TEXT", "NAME")
"""What help pages write where anything may be written: it tells nobody what is expected."""


class Failure(Exception):
    """A known error with what the command line adds: its own exit status, and what was done all the same.

    ``done`` stands beside ``error`` in the JSON: the ticket that exists although its paper could not be written,
    the id to repeat a command with whose reply was lost.
    """

    def __init__(
        self, error: YiciError, status: int | None = None, done: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(error.message.code)
        self.message = error.message
        self.problems: tuple[Problem, ...] = error.problems if isinstance(error, BadInput) else ()
        self.status = status_of(error) if status is None else status
        self.done = done or {}


def status_of(error: YiciError) -> int:
    """The exit status of a known error."""
    by_code = _STATUS_OF_CODE.get(error.message.code)
    if by_code is not None:
        return by_code
    return next((status for kind, status in _STATUS if isinstance(error, kind)), UNEXPECTED)


def usage_failure(error: typer.TyperException) -> Failure:
    """A command line that cannot be parsed, in the program's own words."""
    param = getattr(error, "param", None)
    # The classes are typer's own and not exported; MissingParameter and BadParameter carry the parameter.
    match type(error).__name__:
        case "MissingParameter" if isinstance(param, TyperArgument | TyperOption):
            return Failure(_missing(param))
        case "BadParameter" if isinstance(param, TyperArgument | TyperOption):
            return Failure(BadInput("cli.usage.bad_value", name=_name(param), expected=_expected(param)))
        case "NoSuchOption":
            return Failure(BadInput("cli.usage.no_such_option", name=getattr(error, "option_name", "")))
        case "BadOptionUsage":
            return Failure(BadInput("cli.usage.no_value", name=getattr(error, "option_name", "")))
        case _:
            return Failure(BadInput("cli.usage.other", reason=error.format_message()))


def as_document(failure: Failure, texts: Texts) -> dict[str, Any]:
    """``{"error": {"code", "message", "problems"}}``, and what was done all the same."""
    problems = [{"where": p.where, "what": texts(p.what)} for p in failure.problems]
    error = {"code": failure.message.code, "message": texts(failure.message), "problems": problems}
    return {"error": error, **failure.done}


def as_words(failure: Failure, texts: Texts) -> str:
    """The message, and every problem on a line of its own."""
    lines = [texts(failure.message), *(f"  {p.where}: {texts(p.what)}" for p in failure.problems)]
    return "\n".join(lines)


def unexpected(report: str) -> Failure:
    """A bug: it is in the log under the id ``report``; nothing of it is shown."""
    return Failure(YiciError("cli.unexpected", report=report))


def _missing(param: TyperArgument | TyperOption) -> BadInput:
    """What is missing, and what is expected there where that says more than that one writes something."""
    name, expected = _name(param), _expected(param)
    if expected in (*_ANY_WORDS, name):
        return BadInput("cli.usage.missing_words", name=name)
    return BadInput("cli.usage.missing", name=name, expected=expected)


def _name(param: TyperArgument | TyperOption) -> str:
    return param.opts[0] if isinstance(param, TyperOption) else param.display_name_raw.upper()


def _expected(param: TyperArgument | TyperOption) -> Message | str:
    choices = param.type_descriptor.choices
    if choices:
        return ", ".join(str(choice) for choice in choices)
    return param.metavar or param.bare_type()
