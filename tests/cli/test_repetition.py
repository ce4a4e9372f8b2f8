"""A command with an id takes effect once, however often it is sent."""

from uuid import uuid4

import pytest

from tests.cli.running import Done, Yici


def test_the_same_ticket_again(yici: Yici) -> None:
    options = ("--command-id", str(uuid4()))
    issue = ("ticket", "issue", "--item", "IT001")
    first = yici(*issue, staff="0003", options=options)
    again = yici(*issue, staff="0003", options=options)
    assert first.status == again.status == 0
    assert first.document == again.document
    assert len(yici.done("ticket", "list")["tickets"]) == 1


def test_a_repeated_call_calls_nobody_else(yici: Yici) -> None:
    for _ in range(2):
        yici.done("ticket", "issue", "--item", "IT001", staff="0003")
    yici.done("counter", "open", "--counter", "5", staff="0105")
    options = ("--command-id", str(uuid4()))
    first = yici("call", "next", "--counter", "5", staff="0105", options=options).document
    yici.done("call", "start", "--counter", "5", staff="0105")
    yici.done("call", "finish", "--counter", "5", "--outcome", "completed", staff="0105")
    assert yici("call", "next", "--counter", "5", staff="0105", options=options).document == first
    assert yici.done("ticket", "show", "B002")["ticket"]["state"] == "waiting"


def test_an_id_that_is_none(yici_on_file: Yici) -> None:
    refused = yici_on_file("ticket", "list", options=("--command-id", "one"))
    assert (refused.status, refused.error["code"]) == (2, "cli.usage.bad_value")


def test_an_id_that_another_command_has(yici: Yici) -> None:
    """Whether the other prints something else or, as a cancelled ticket, the same."""
    options = ("--command-id", str(uuid4()))
    assert yici("ticket", "issue", "--item", "IT001", staff="0003", options=options).status == 0
    for who, other in (
        ("0105", ("counter", "open", "--counter", "5")),
        ("0003", ("ticket", "cancel", "B001", "--reason", "开错")),
    ):
        refused = yici(*other, staff=who, options=options)
        assert (refused.status, refused.error["code"]) == (3, "command.rule.id_used")
    assert yici.done("ticket", "show", "B001")["ticket"]["state"] == "waiting"


def test_an_id_that_somebody_else_gave(yici: Yici) -> None:
    """The guide's ticket is not the clerk's to see, who may not even issue one."""
    options = ("--command-id", str(uuid4()))
    issue = ("ticket", "issue", "--item", "IT001")
    assert yici(*issue, staff="0003", options=options).status == 0
    refused = yici(*issue, staff="0105", options=options)
    assert (refused.status, refused.error["code"]) == (6, "command.rule.others")


CLERK = "0105"
AT = ("--counter", "5")


def _served(yici: Yici) -> None:
    """The clerk has somebody in service."""
    yici.done("ticket", "issue", "--item", "IT001", staff="0003")
    yici.done("counter", "open", *AT, staff=CLERK)
    yici.done("call", "next", *AT, staff=CLERK)
    yici.done("call", "start", *AT, staff=CLERK)


def _twice(yici: Yici, *command: str) -> tuple[Done, Done]:
    """The same command under the same id, as after a lost reply."""
    options = ("--command-id", str(uuid4()))
    first, again = (yici(*command, staff=CLERK, options=options) for _ in range(2))
    assert first.status == 0, first.out
    return first, again


@pytest.mark.parametrize("word", ["resume", "requeue"])
def test_the_only_held_ticket_that_was_not_named(yici_on_file: Yici, word: str) -> None:
    _served(yici_on_file)
    yici_on_file.done("call", "hold", *AT, staff=CLERK)
    first, again = _twice(yici_on_file, "call", word, *AT)
    assert (again.status, again.out) == (0, first.out)


def test_the_last_finish_that_was_not_named(yici_on_file: Yici) -> None:
    _served(yici_on_file)
    yici_on_file.done("call", "finish", *AT, "--outcome", "completed", staff=CLERK)
    first, again = _twice(yici_on_file, "call", "undo", *AT)
    assert (again.status, again.out) == (0, first.out)


def test_a_notice_whose_ticket_is_about_something_else_by_now(yici_on_file: Yici) -> None:
    _served(yici_on_file)
    options = ("--command-id", str(uuid4()))
    tell = (
        "notice", "issue", "--ticket", "B001", "--item", "IT001", "--kind", "consultation", "--problem", "1:expired",
    )  # fmt: skip
    first = yici_on_file(*tell, staff=CLERK, options=options)
    assert first.status == 0, first.out
    yici_on_file.done("call", "change-item", *AT, "--item", "IT002", staff=CLERK)
    again = yici_on_file(*tell, staff=CLERK, options=options)
    assert (again.status, again.out) == (0, first.out)
