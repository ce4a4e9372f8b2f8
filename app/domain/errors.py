"""Errors that a person can understand and act on. Anything else that is raised is a bug."""

from dataclasses import dataclass

from app.domain.message import Message


class YiciError(Exception):
    """A known error: it carries the message to show, with a stable code."""

    def __init__(self, code: str, /, **params: object) -> None:
        self.message = Message(code, params)
        super().__init__(code)


class RuleBroken(YiciError):
    """A rule of the hall forbids what was asked."""


class NotFound(RuleBroken):
    """There is no ticket, counter, item or other thing of that name."""


class NotPermitted(YiciError):
    """The person is not signed in, or the role does not allow it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with what was given: where it stands and what is wrong with it."""

    where: str
    what: Message


class BadInput(YiciError):
    """What was typed or the file that was given cannot be used; every problem is listed, nothing was done."""

    def __init__(self, code: str, problems: tuple[Problem, ...] = (), /, **params: object) -> None:
        super().__init__(code, **params)
        self.problems = problems
