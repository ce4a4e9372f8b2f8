"""A process of its own for printing.

Qt asks print servers with Python's interpreter locked: a server that does not answer would freeze every thread of a
station, its window included. A process can be given up, and a driver that crashes takes no desk with it.
"""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from app.ports.errors import DeviceFailed

Job = Callable[..., Any]
_Answer = tuple[Any, tuple[str, dict[str, object]] | None]


class PrintingProcess:
    """Does one job after another. Used by one thread; started by its first job, again after one was given up."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def do(self, seconds: float, job: Job, *arguments: object) -> Any:
        """What ``job(*arguments)`` returns over there; job and arguments must be picklable.

        Raises:
            DeviceFailed: as the job; also when the process died of it.
            TimeoutError: it took longer; the process has been given up.
        """
        line = self._running()
        try:
            line.send((job, arguments))
            if not line.poll(seconds):
                self.give_up()
                raise TimeoutError
            result, failure = line.recv()
        except (EOFError, BrokenPipeError, ConnectionResetError) as error:
            self.give_up()
            raise DeviceFailed("device.printing_died") from error
        if failure is not None:
            code, params = failure
            raise DeviceFailed(code, **params)
        return result

    def _running(self) -> Connection:
        if self._line is None or self._process is None or not self._process.is_alive():
            context = get_context("spawn")
            self._line, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), name="yici-printing", daemon=True)
            self._process.start()
            theirs.close()
        return self._line

    def give_up(self) -> None:
        """End the process, whatever it is at."""
        if self._process is not None:
            self._process.kill()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None


def _serve(line: Connection) -> None:
    """Do jobs until the station is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the station's, which ends in order
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication.instance() or QGuiApplication([])
    with suppress(EOFError, OSError):
        while True:
            job, arguments = line.recv()
            line.send(_answer(job, arguments))
    del app


def _answer(job: Job, arguments: tuple[object, ...]) -> _Answer:
    try:
        return job(*arguments), None
    except DeviceFailed as error:
        return None, (error.message.code, dict(error.message.params))
