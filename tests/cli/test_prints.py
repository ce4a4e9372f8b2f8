"""What did not come out at a station, by command line alone, on both databases."""

from pathlib import Path
from typing import Any

import pytest
from uuid_utils.compat import uuid7

from app.bootstrap import open_hall
from app.domain.ids import CommandId
from app.domain.message import Message
from app.domain.print_job import PaperKind
from app.services import printing
from app.services.sign_in import sign_in
from app.services.use_case import Command
from tests.cli.running import Yici
from tests.postgres import in_own_loop

GUIDE, ADMINISTRATOR = "0003", "0001"
QUEUE = "导办台@front"
P = {
    "id", "queue", "printer", "paper", "number", "copy", "state", "attempts", "problem", "queued_at", "changed_at",
}  # fmt: skip


@pytest.fixture
def failed(yici: Yici, key_file: Path) -> str:
    """A ticket whose paper jammed at the guide desk; its number."""
    number: str = yici.done("ticket", "issue", "--item", "IT008", staff=GUIDE)["ticket"]["number"]

    async def jam() -> None:
        async with open_hall(yici.url, key_file, "front", "zh") as hall:
            actor = await sign_in(hall.ports, GUIDE, "sample")

            def order() -> Command:
                return Command(CommandId(uuid7()), actor)

            job = await printing.print_paper(hall.ports, order(), QUEUE, PaperKind.TICKET, number)
            await printing.start_print(hall.ports, order(), job.id)
            why = Message("device.printer_stuck", {"printer": "XP-80"})
            await printing.end_print(hall.ports, order(), job.id, why)

    in_own_loop(jam)
    return number


def test_what_is_not_out_is_listed_and_tried_again(yici: Yici, failed: str) -> None:
    (job,) = _listed(yici)
    assert set(job) == P
    assert (job["queue"], job["number"], job["state"], job["problem"]) == (
        QUEUE, failed, "failed", "device.printer_stuck",
    )  # fmt: skip
    assert failed in yici.plain("--database", yici.url, "print", "list").out
    assert _listed(yici, "--queue", "nowhere") == []
    again = yici.done("print", "retry", job["id"], staff=GUIDE)["print"]
    assert (again["state"], again["problem"]) == ("pending", None)
    twice = yici("print", "retry", job["id"], staff=GUIDE)
    assert (twice.status, twice.error["code"]) == (3, "print.rule.transition")


def test_what_nobody_wants_is_given_up(yici: Yici, failed: str) -> None:
    (job,) = _listed(yici)
    assert yici("print", "cancel", job["id"], staff=ADMINISTRATOR).status == 6
    assert yici.done("print", "cancel", job["id"], staff=GUIDE)["print"]["state"] == "cancelled"
    assert _listed(yici) == []
    assert [j["id"] for j in _listed(yici, "--state", "cancelled")] == [job["id"]]
    unknown = yici("print", "cancel", "01890000-0000-7000-8000-000000000000", staff=GUIDE)
    assert unknown.error["code"] == "print.rule.none"


def _listed(yici: Yici, *options: str) -> list[dict[str, Any]]:
    jobs: list[dict[str, Any]] = yici.done("print", "list", *options)["prints"]
    return jobs
