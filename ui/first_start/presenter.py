"""The first start's presenter: tries what is chosen, keeps it when it is complete, and hands it on."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from app.domain.errors import YiciError
from app.domain.message import Message
from app.ports.documents import Roll
from app.ports.errors import DatabaseAway
from app.ports.files import reason_of
from app.settings import PrinterChoice, StationKind, StationSettings
from ui.first_start.address import Address, Place
from ui.first_start.probe import HallFound, Opener, try_hall
from ui.first_start.state import (
    FirstStartState,
    Paper,
    Proof,
    ScreenChoice,
    choices_of,
    settings_of,
)


class View(Protocol):
    """What the presenter needs of the screen."""

    def render(self, state: FirstStartState) -> None: ...


class Tasks(Protocol):
    """Owns what runs in the background."""

    def start(self, work: Coroutine[Any, Any, Any], *, name: str, replace: bool = False) -> object: ...

    def cancel(self, name: str) -> None: ...


@dataclass(frozen=True)
class World:
    """What the first start tries things with.

    ``print_proof(choice, paper, found)`` prints a test page and tells where it went; ``keep`` raises OSError.
    """

    open_hall: Opener
    make_sample: Callable[[str, Path], Awaitable[None]]
    list_printers: Callable[[], Awaitable[tuple[str, ...]]]
    print_proof: Callable[[PrinterChoice, Paper, HallFound | None], Awaitable[str]]
    screens: Callable[[], tuple[ScreenChoice, ...]]
    keep: Callable[[StationSettings], None]


class FirstStartPresenter:
    """``settled`` becomes the station's settings when the person is done."""

    def __init__(
        self,
        world: World,
        settings: StationSettings,
        view: View,
        tasks: Tasks,
        problem: Message | None = None,
    ) -> None:
        self._world, self._before, self.view, self._tasks = world, settings, view, tasks
        self.settled: asyncio.Future[StationSettings] = asyncio.get_running_loop().create_future()
        self.state = FirstStartState(
            choices=choices_of(settings),
            editing=settings.database is None,
            problem=problem,
            screens=world.screens(),
            own_counter=settings.counter,
            may_go_back=settings.database is not None and settings.kind is not None,
        )

    def begin(self) -> None:
        """Show what is known, and find out the rest."""
        self.view.render(self.state)
        self._tasks.start(self._list_printers(), name="setup.printers")
        if not self.state.editing:
            self.test()

    def test(self) -> None:
        """Try the database at the address."""
        if self.state.choices.address.is_complete:
            self._tasks.start(self._try(), name="setup.database", replace=True)
        else:
            self._change(problem=Message("setup.database.incomplete"))

    def stop_testing(self) -> None:
        """Do not wait for the database any longer."""
        self._tasks.cancel("setup.database")
        self._change(working=None, editing=True)

    def edit_address(self) -> None:
        """Open the address."""
        self._change(editing=True)

    def change_address(self, address: Address, key_file: str) -> None:
        """What was found at another address does not hold for this one."""
        choices = self.state.choices
        if (address, key_file) != (choices.address, choices.key_file):
            self._choose(address=address, key_file=key_file)
            self._change(found=None, problem=None)

    def choose_kind(self, kind: StationKind) -> None:
        """This machine is a station of this kind."""
        self._choose(kind=kind)

    def choose_counter(self, number: int) -> None:
        """This machine is this counter."""
        self._choose(counter=number)

    def rename(self, name: str) -> None:
        """What the audit calls this station; empty for what it is."""
        self._choose(name=name)

    def choose_printer(self, paper: Paper, choice: PrinterChoice | None) -> None:
        """This paper comes out there."""
        self._change(choices=self.state.choices.with_printer(paper, choice))
        self._show_proof(paper, None)

    def choose_roll(self, roll: Roll) -> None:
        """Paper of this width is in the ticket printer."""
        self._choose(roll=roll)

    def print_proof(self, paper: Paper) -> None:
        """Print a test page, once at a time."""
        under_way = self.state.proof(paper)
        choice = self.state.choices.printer(paper)
        if choice is not None and (under_way is None or under_way.message is not None):
            self._tasks.start(self._print_proof(paper, choice), name=f"setup.proof.{paper}")

    def choose_screen(self, name: str | None) -> None:
        """The station opens on this screen; None leaves it to the system."""
        self._choose(screen=name)

    def choose_look(self, theme: str, scale: float) -> None:
        """Colours and size of everything."""
        self._choose(theme=theme, scale=scale)

    def choose_language(self, language: str) -> None:
        """The language of the screens."""
        self._choose(language=language)

    def finish(self) -> None:
        """Keep the choices and go on to the station; when something is missing the screen says so already."""
        if self.state.missing is not None or self.settled.done():
            return
        settings = settings_of(self.state.choices)
        try:
            self._world.keep(settings)
        except OSError as error:
            self._change(not_kept=Message("setup.not_kept", {"reason": reason_of(error)}))
        else:
            self.settled.set_result(settings)

    def go_back(self) -> None:
        """Leave everything as it was."""
        if self.state.may_go_back and not self.settled.done():
            self.settled.set_result(self._before)

    async def _try(self) -> None:
        is_sample = self.state.choices.address.place is Place.SAMPLE
        code = "setup.database.making_sample" if is_sample else "setup.database.testing"
        self._change(working=Message(code), problem=None)
        settings = settings_of(self.state.choices)
        try:
            if is_sample:
                await self._world.make_sample(settings.database or "", settings.key_path)
            found = await try_hall(self._world.open_hall, settings.database or "", settings.key_path)
        except DatabaseAway:
            self._fail(Message("setup.database.away", {"where": self.state.choices.address.shown}))
        except YiciError as error:
            self._fail(error.message)
        else:
            if is_sample:
                self._choose(address=replace(self.state.choices.address, place=Place.FILE))
            self._change(working=None, found=found, editing=False)

    def _fail(self, problem: Message) -> None:
        self._change(working=None, found=None, problem=problem, editing=True)

    async def _list_printers(self) -> None:
        try:
            self._change(printers=await self._world.list_printers())
        except YiciError as error:
            self._change(printers=(), printers_problem=error.message)

    async def _print_proof(self, paper: Paper, choice: PrinterChoice) -> None:
        self._show_proof(paper, Proof())
        try:
            where = await self._world.print_proof(choice, paper, self.state.found)
        except YiciError as error:
            self._show_proof(paper, Proof(error.message, failed=True))
        else:
            self._show_proof(paper, Proof(Message("setup.proof.done", {"where": where})))

    def _show_proof(self, paper: Paper, proof: Proof | None) -> None:
        others = tuple((p, known) for p, known in self.state.proofs if p is not paper)
        self._change(proofs=others if proof is None else (*others, (paper, proof)))

    def _choose(self, **changes: Any) -> None:
        self._change(choices=replace(self.state.choices, **changes), not_kept=None)

    def _change(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.view.render(self.state)
