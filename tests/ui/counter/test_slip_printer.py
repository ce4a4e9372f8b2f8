"""The foot of the window says of the printer what is known, no more."""

import asyncio
from pathlib import Path

from app.ports.errors import DeviceFailed
from app.settings import PrinterChoice
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.seen import Pauses
from ui.counter.slip_printer import LOOK_EVERY, Known, SlipPrinter, keep_looking, look
from ui.shell.facts import FactLabel
from ui.tasks import TaskSupervisor
from ui.widgets.text import ElidedText

OFFICE = PrinterChoice(printer="Office")


async def printers() -> tuple[str, ...]:
    """What the system has."""
    return ("Hall", "Office")


async def other_printers() -> tuple[str, ...]:
    """What it has on a bad day."""
    return ("Hall",)


async def silence() -> tuple[str, ...]:
    """A print server that does not answer."""
    raise DeviceFailed("device.printers_silent")


async def test_each_choice_is_what_it_is() -> None:
    assert await look(None, silence) == SlipPrinter(Known.NONE)
    folder = PrinterChoice(folder=Path("/srv/slips"))
    assert await look(folder, silence) == SlipPrinter(Known.FOLDER, "slips")
    assert await look(OFFICE, printers) == SlipPrinter(Known.FOUND, "Office")
    assert await look(OFFICE, other_printers) == SlipPrinter(Known.MISSING, "Office")
    assert await look(OFFICE, silence) == SlipPrinter(Known.SILENT, "Office")


async def test_a_printer_is_looked_for_again() -> None:
    answers = [(), ("Office",)]
    shown: list[Known] = []
    pauses, twice = Pauses(), asyncio.Event()

    async def answer() -> tuple[str, ...]:
        return answers.pop(0)

    def show(printer: SlipPrinter) -> None:
        shown.append(printer.known)
        if len(shown) == 2:
            twice.set()
        else:
            asyncio.get_running_loop().call_soon(pauses.end, LOOK_EVERY)

    tasks = TaskSupervisor(lambda name, error: None)
    tasks.start(keep_looking(OFFICE, answer, show, pauses), name="look for the printer")
    async with asyncio.timeout(5):
        await twice.wait()
    await tasks.close()
    assert shown == [Known.MISSING, Known.FOUND]


async def test_the_foot_of_the_window_names_it(counter: CounterAtWork) -> None:
    await counter.until(lambda state: state.printer.known is Known.FOLDER)
    line = counter.room.view.window.status_line
    texts = [t.text() for label in line.findChildren(FactLabel) for t in label.findChildren(ElidedText)]
    assert "告知单存入文件夹 告知单" in texts
