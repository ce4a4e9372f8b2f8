"""What is known of the printer for slips: asked of the system now and then, never promised to be ready."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from app.ports.errors import DeviceFailed
from app.settings import PrinterChoice

LOOK_EVERY = 300.0
"""Seconds between two looks: a printer is seldom unplugged, and the first slip would tell all the same."""

ListPrinters = Callable[[], Awaitable[tuple[str, ...]]]


class Known(StrEnum):
    """How the choice of this station stands."""

    UNKNOWN = "unknown"  # not looked yet
    NONE = "none"
    FOLDER = "folder"
    FOUND = "found"  # the system has a queue of this name; paper and toner it does not tell
    MISSING = "missing"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class SlipPrinter:
    """The printer or folder that was chosen."""

    known: Known = Known.UNKNOWN
    name: str = ""


NOT_LOOKED = SlipPrinter()


async def look(choice: PrinterChoice | None, list_printers: ListPrinters) -> SlipPrinter:
    """How the choice stands now."""
    if choice is None:
        return SlipPrinter(Known.NONE)
    if choice.folder is not None:
        return SlipPrinter(Known.FOLDER, choice.folder.name)
    name = choice.printer or ""
    try:
        printers = await list_printers()
    except DeviceFailed:
        return SlipPrinter(Known.SILENT, name)
    return SlipPrinter(Known.FOUND if name in printers else Known.MISSING, name)


async def keep_looking(
    choice: PrinterChoice | None,
    list_printers: ListPrinters,
    show: Callable[[SlipPrinter], None],
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Show how the choice stands; a printer is looked for again and again."""
    while True:
        show(await look(choice, list_printers))
        if choice is None or choice.printer is None:
            return
        await pause(LOOK_EVERY)
