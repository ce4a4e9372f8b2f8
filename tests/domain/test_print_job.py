"""A paper waits, is printed, comes out or does not; what a restart makes of it depends on how far it was."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from app.domain.ids import PrintJobId
from app.domain.message import Message
from app.domain.print_job import (
    INTERRUPTED,
    LEFT_OVER,
    PRINT_TABLE,
    PRINTER_OF,
    Paper,
    PaperKind,
    Printer,
    PrintJob,
    PrintState,
)
from tests.refusals import refused

NINE = datetime(2026, 3, 18, 1, tzinfo=UTC)
LATER = NINE + timedelta(minutes=1)
TODAY, TOMORROW = date(2026, 3, 18), date(2026, 3, 19)
JAM = Message("device.printer_stuck", {"printer": "HP"})
SLIP = PrintJob(
    PrintJobId(UUID(int=1)),
    "窗口 3@pc3",
    Paper(PaperKind.NOTICE, UUID(int=2), "青溪林业告〔2026〕0001号"),
    TODAY,
    NINE,
    NINE,
)
TICKET = replace(SLIP, paper=Paper(PaperKind.TICKET, UUID(int=3), "A001"))


def test_every_kind_of_paper_has_a_printer() -> None:
    assert set(PRINTER_OF) == set(PaperKind)
    assert (TICKET.printer, SLIP.printer) == (Printer.TICKET, Printer.A4)


def test_it_fails_is_tried_again_and_comes_out() -> None:
    failed, event = SLIP.start(NINE)[0].fail(JAM, LATER)
    assert (failed.state, failed.problem, failed.attempts) == (PrintState.FAILED, JAM, 1)
    assert event.facts == {"number": SLIP.paper.number, "copy": 0, "queue": SLIP.queue}
    again, _ = failed.retry(LATER)
    assert (again.state, again.problem) == (PrintState.PENDING, None)
    out, _ = again.start(LATER)[0].come_out(LATER)
    assert (out.state, out.attempts, out.is_open, out.changed_at) == (PrintState.PRINTED, 2, False, LATER)


def test_what_was_given_up_may_come_out_after_all() -> None:
    failed, _ = SLIP.start(NINE)[0].fail(JAM, LATER)
    assert failed.come_out(LATER)[0].state is PrintState.PRINTED


def test_the_reason_stays_with_what_was_cancelled() -> None:
    failed, _ = SLIP.start(NINE)[0].fail(JAM, LATER)
    assert failed.cancel(LATER)[0].problem == JAM


def test_nothing_is_taken_from_a_printer_that_has_it() -> None:
    printing, _ = SLIP.start(NINE)
    with refused("print.rule.transition"):
        printing.cancel(LATER)
    with refused("print.rule.transition"):
        printing.start(LATER)
    out, _ = printing.come_out(LATER)
    with refused("print.rule.transition"):
        out.retry(LATER)


def test_every_state_can_be_reached() -> None:
    assert {PrintState.PENDING, *PRINT_TABLE.values()} == set(PrintState)


@pytest.mark.parametrize("job", [SLIP, TICKET])
def test_a_start_on_the_same_day_goes_on(job: PrintJob) -> None:
    failed, _ = job.start(NINE)[0].fail(JAM, NINE)
    assert job.settle(TODAY, LATER) is None
    assert failed.settle(TODAY, LATER) is None


@pytest.mark.parametrize("job", [SLIP, TICKET])
@pytest.mark.parametrize("day", [TODAY, TOMORROW])
def test_what_was_being_printed_may_lie_in_the_tray(job: PrintJob, day: date) -> None:
    change = job.start(NINE)[0].settle(day, LATER)
    assert change is not None
    assert (change[0].state, change[0].problem) == (PrintState.FAILED, INTERRUPTED)


def test_the_next_day_nothing_is_printed_unasked() -> None:
    slip, ticket = SLIP.settle(TOMORROW, LATER), TICKET.settle(TOMORROW, LATER)
    assert slip is not None
    assert (slip[0].state, slip[0].problem) == (PrintState.FAILED, LEFT_OVER)
    assert ticket is not None
    assert ticket[0].state is PrintState.CANCELLED


def test_a_ticket_that_failed_yesterday_is_worth_nothing_and_a_slip_still_is() -> None:
    for job, expected in ((TICKET, PrintState.CANCELLED), (SLIP, PrintState.FAILED)):
        failed, _ = job.start(NINE)[0].fail(JAM, NINE)
        change = failed.settle(TOMORROW, LATER)
        assert (change[0] if change else failed).state is expected
