"""A command with an id takes effect once, however often it is sent."""

from uuid import uuid4

from tests.cli.running import Yici


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
