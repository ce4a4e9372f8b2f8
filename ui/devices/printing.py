"""Paper from the system's printers, through Qt, never in the way of a desk."""

import asyncio
from collections.abc import Callable
from typing import Any

from app.ports.errors import DeviceFailed
from ui.devices.aside import Aside
from ui.devices.print_jobs import is_out, list_printers, spool, take_back
from ui.devices.printing_process import PrintingProcess

ANSWER_SECONDS = 8.0
"""How long the print server is waited for when it is asked something; the first question starts the process."""
SPOOL_SECONDS = 30.0
OUT_SECONDS = 30.0
"""How long paper may take to come out, a sheet printer that has to wake up included."""
_LOOK_SECONDS = 0.25

_aside = Aside("printing")
_process = PrintingProcess()
"""Entered by the thread aside only."""


async def system_printers(seconds: float = ANSWER_SECONDS) -> tuple[str, ...]:
    """The names of the system's printers.

    Raises:
        DeviceFailed: the print server does not answer.
    """
    try:
        names: tuple[str, ...] = await _aside.run(lambda: _process.do(seconds, list_printers))
    except TimeoutError as error:
        raise DeviceFailed("device.printers_silent") from error
    return names


class QtPaper:
    """One of the system's printers, by its name. What is delivered has come out, as far as the system can tell."""

    def __init__(
        self, printer: str, seconds: float = SPOOL_SECONDS, out_seconds: float = OUT_SECONDS
    ) -> None:
        self._printer, self._seconds, self._out_seconds = printer, seconds, out_seconds

    async def deliver(self, pdf: bytes, title: str) -> str:
        job: int | None = await self._ask(self._seconds, "device.printer_silent", spool, pdf, title)
        if job is not None:
            await self._see_out(job)
        return self._printer

    async def _see_out(self, job: int) -> None:
        """Wait for the paper; what does not come out in time is taken back, to be printed again at will."""
        loop = asyncio.get_running_loop()
        end = loop.time() + self._out_seconds
        while not await self._ask(ANSWER_SECONDS, "device.print_unknown", is_out, job):
            if loop.time() > end:
                await self._ask(ANSWER_SECONDS, "device.print_unknown", take_back, job)
                raise DeviceFailed("device.printer_stuck", printer=self._printer)
            await asyncio.sleep(_LOOK_SECONDS)

    async def _ask(self, seconds: float, silent: str, job: Callable[..., Any], *arguments: object) -> Any:
        try:
            return await _aside.run(lambda: _process.do(seconds, job, self._printer, *arguments))
        except TimeoutError as error:
            raise DeviceFailed(silent, printer=self._printer) from error


class NoPaper:
    """A station for which no printer has been chosen."""

    async def deliver(self, pdf: bytes, title: str) -> str:
        raise DeviceFailed("device.no_printer")
