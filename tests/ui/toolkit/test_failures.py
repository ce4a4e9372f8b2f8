import asyncio
import sys

from app.domain.errors import RuleBroken
from app.domain.message import Message
from app.ports.errors import DatabaseAway
from app.ports.trace import trace_of
from tests.noise import ErrorLog
from ui.failures import Failure, FailureKind, FailurePath, failure_of, nothing_unseen

SECRET = "330102199001011234"


def bug() -> ValueError:
    try:
        raise KeyError(SECRET)
    except KeyError as cause:
        try:
            raise ValueError(f"no person {SECRET}") from cause
        except ValueError as error:
            return error


def test_a_broken_rule_is_told_in_its_own_words() -> None:
    failure = failure_of(RuleBroken("ticket.not_waiting", number="A023"))
    assert failure == Failure(FailureKind.RULE, Message("ticket.not_waiting", {"number": "A023"}))


def test_a_lost_database_asks_to_wait() -> None:
    assert failure_of(DatabaseAway("database.away")).kind is FailureKind.AWAY


def test_a_bug_is_logged_under_the_number_that_is_shown(error_log: ErrorLog) -> None:
    shown: list[Failure] = []
    FailurePath(shown.append)("call next", bug())
    [entry] = error_log.take()
    assert shown[0].kind is FailureKind.BUG
    assert shown[0].report in str(shown[0].message.params)
    assert entry.startswith("ERROR")


def test_a_rule_broken_is_no_error_in_the_log(error_log: ErrorLog) -> None:
    FailurePath(lambda failure: None)("call next", RuleBroken("ticket.not_waiting"))
    assert error_log.take() == []


def test_a_trace_says_where_and_never_what() -> None:
    trace = "\n".join(trace_of(ExceptionGroup("many", [bug()])))
    assert "ValueError" in trace
    assert "KeyError" in trace
    assert "test_failures.py" in trace
    assert SECRET not in trace


async def test_what_is_left_over_in_the_loop_is_seen() -> None:
    seen: list[str] = []
    hook = sys.excepthook
    with nothing_unseen(lambda where, error: seen.append(where)):
        asyncio.get_running_loop().call_exception_handler({"message": "lost", "exception": bug()})
        sys.excepthook(ValueError, bug(), None)
    assert seen == ["loop", "slot"]
    assert sys.excepthook is hook
