"""The first start and the waiting window in every scene: ``python -m tests.ui.first_start.pictures FOLDER``."""

import argparse
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from app.domain.clock import ClockGap
from app.domain.counter import CounterState
from app.domain.message import Message
from app.ports.errors import KeyUnusable
from app.ports.rows import CounterRow, HallRow, LineRow
from app.settings import PrinterChoice, StationKind
from app.texts import LANGUAGES, Language, Texts
from ui.first_start.address import Address
from ui.first_start.probe import HallFound
from ui.first_start.state import Choices, FirstStartState, Paper, Proof, ScreenChoice
from ui.first_start.window import FirstStartWindow
from ui.shell import HallClock
from ui.theme import THEMES, Look, active, load_fonts
from ui.waiting_window import WaitingWindow, why_not_open

NOW = datetime(2026, 3, 18, 5, 24, tzinfo=UTC)
SIZES = {"small": (1366, 768), "large": (1920, 1080)}
BUSY = (1, 2, 5, 6, 7, 8, 9, 12, 13, 14, 17, 18)


def _counter(number: int) -> CounterRow:
    state = CounterState.OPEN if number in BUSY else CounterState.CLOSED
    name, lines = ("不动产登记", ("A", "G")) if number < 5 else ("综合窗口", ("G",))
    return CounterRow(number, name, "东区左侧", state, None, None, None, None, lines, None, None, None)


def _line(prefix: str, name: str) -> LineRow:
    return LineRow(prefix, name, 0, None, None, False, 1, (1,))


def found(clock_off: float = 0.2) -> HallFound:
    """A hall of twenty counters."""
    hall = HallRow("QX", "青溪区政务服务中心", "Asia/Shanghai", False, NOW.date(), NOW, True)
    lines = (_line("A", "不动产登记"), _line("G", "综合"))
    counters = tuple(_counter(number) for number in range(1, 21))
    return HallFound(hall, ClockGap(timedelta(seconds=clock_off), timedelta(milliseconds=2)), counters, lines)


SERVER = Address(hosts="hall-db-1, hall-db-2", database="hall", user="yici")
SCREENS = (ScreenChoice("HDMI-1", "HDMI-1 (1920 × 1080)"),)
SCENES = {
    "new": FirstStartState(screens=SCREENS),
    "failed": FirstStartState(
        choices=Choices(SERVER), problem=Message("setup.database.away", {"where": SERVER.shown}), printers=()
    ),
    "counter": FirstStartState(
        choices=Choices(
            SERVER,
            kind=StationKind.COUNTER,
            counter=3,
            printers=((Paper.A4, PrinterChoice(printer="Office")),),
        ),
        editing=False,
        found=found(),
        printers=("Office", "Tickets"),
        proofs=((Paper.A4, Proof(Message("setup.proof.done", {"where": "Office"}))),),
        screens=SCREENS,
        may_go_back=True,
    ),
    "guide-desk": FirstStartState(
        choices=Choices(
            SERVER, kind=StationKind.GUIDE_DESK, printers=((Paper.TICKET, PrinterChoice(printer="Tickets")),)
        ),
        editing=False,
        found=found(-7),
        printers=("Office", "Tickets"),
        proofs=(
            (Paper.TICKET, Proof(Message("device.printer_stopped", {"printer": "Tickets"}), failed=True)),
        ),
        screens=SCREENS,
    ),
}


def windows(language: Language) -> Iterator[tuple[str, QWidget]]:
    """Every scene as a window."""
    words = Texts(language)
    for name, state in SCENES.items():
        window = FirstStartWindow(words, HallClock(NOW.astimezone()), "sample.db", "1.0.0")
        window.show_state(state)
        yield name, window
    waiting = WaitingWindow(words, words("setup.kind.counter"), SERVER.shown)
    waiting.show_problem_at_start(Message("setup.waiting.away"), Message("setup.waiting.away_detail"))
    yield "waiting", waiting
    keyless = WaitingWindow(words, words("setup.kind.counter"), SERVER.shown)
    keyless.show_problem_at_start(
        *why_not_open(KeyUnusable("protection.rule.key_missing", file="/home/hall/.config/yici/hall.key"))
    )
    yield "waiting_key", keyless


def main() -> None:
    """Draw everything in both languages and themes, the first language in large print too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    load_fonts()
    for language in LANGUAGES:
        for theme, scale in (("light", 1.0), ("dark", 1.0), ("light", 1.5)):
            active.apply(Look(THEMES[theme], scale))
            for name, window in windows(language):
                for size, pixels in SIZES.items():
                    window.resize(*pixels)
                    window.show()
                    app.processEvents()
                    window.grab().save(str(folder / f"{name}-{language}-{theme}-{scale:.0%}-{size}.png"))
                window.close()


if __name__ == "__main__":
    main()
