"""A first start's presenter in the real world: real databases, real settings; printers that a test names."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.bootstrap import folder_paper, make_sample_hall, open_hall
from app.ports.errors import DeviceFailed
from app.settings import PrinterChoice, StationSettings, save_settings
from tests.ui.seen import Seen
from ui.first_start.presenter import FirstStartPresenter, World
from ui.first_start.probe import HallFound
from ui.first_start.state import FirstStartState, Paper, ScreenChoice
from ui.tasks import TaskSupervisor


@dataclass
class SettingUp:
    """The presenter and what it shows."""

    presenter: FirstStartPresenter
    view: Seen[FirstStartState]
    bugs: list[BaseException] = field(default_factory=list)


async def _print_proof(choice: PrinterChoice, _paper: Paper, _found: HallFound | None) -> str:
    if choice.folder is None:
        raise DeviceFailed("device.printer_missing", printer=choice.printer)
    return await folder_paper(choice.folder).deliver(b"%PDF-1.4", "test page")


async def _printers() -> tuple[str, ...]:
    return ("Office", "Tickets")


def _screens() -> tuple[ScreenChoice, ...]:
    return (ScreenChoice("HDMI-1", "HDMI-1 (1920 × 1080)"),)


def world(keep: object = save_settings) -> World:
    """The program around the first start."""
    return World(
        open_hall=lambda url, key, origin: open_hall(url, key, origin, "zh"),
        make_sample=make_sample_hall,
        list_printers=_printers,
        print_proof=_print_proof,
        screens=_screens,
        keep=keep,  # type: ignore[arg-type]
    )


@asynccontextmanager
async def setting_up(settings: StationSettings, keep: object = save_settings) -> AsyncIterator[SettingUp]:
    """A first start with these settings, begun."""
    bugs: list[BaseException] = []
    view = Seen[FirstStartState]()
    tasks = TaskSupervisor(lambda _where, error: bugs.append(error))
    presenter = FirstStartPresenter(world(keep), settings, view, tasks)
    presenter.begin()
    yield SettingUp(presenter, view, bugs)
    await tasks.close()
    assert bugs == []


def in_file(path: Path) -> str:
    """The URL of an SQLite file."""
    return f"sqlite:///{path}"
