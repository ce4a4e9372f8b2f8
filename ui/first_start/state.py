"""What the first start shows: the choices made so far, and what trying them has brought."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Literal

from app.domain.message import Message
from app.ports.documents import Roll
from app.settings import PrinterChoice, StationKind, StationSettings
from ui.first_start.address import Address, address_of
from ui.first_start.probe import HallFound


class Paper(StrEnum):
    """What a station prints on."""

    TICKET = "ticket"
    A4 = "a4"


PAPERS: dict[StationKind, tuple[Paper, ...]] = {
    StationKind.GUIDE_DESK: (Paper.TICKET, Paper.A4),
    StationKind.COUNTER: (Paper.A4,),
    StationKind.BOARD: (),
    StationKind.CASES: (Paper.A4,),
    StationKind.EXCEPTIONS: (Paper.A4,),
    StationKind.OFFICE: (Paper.A4,),
    StationKind.RATE: (),
}
"""What each kind of station prints on."""


@dataclass(frozen=True, slots=True)
class ScreenChoice:
    """A screen of this machine: the system's name for it, and what to call it."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Proof:
    """How the test page of one paper went; ``message`` None while it is under way."""

    message: Message | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What will be kept. ``attachments`` is not asked for here, and kept as it stands in the settings."""

    address: Address = field(default_factory=Address)
    key_file: str = ""
    kind: StationKind | None = None
    counter: int | None = None
    name: str = ""
    language: Literal["zh", "en"] = "zh"
    theme: Literal["light", "dark"] = "light"
    scale: float = 1.0
    printers: tuple[tuple[Paper, PrinterChoice], ...] = ()
    roll: Roll = Roll.MM80
    screen: str | None = None
    attachments: Path | None = None

    def printer(self, paper: Paper) -> PrinterChoice | None:
        """Where this paper comes out."""
        return dict(self.printers).get(paper)

    def with_printer(self, paper: Paper, choice: PrinterChoice | None) -> "Choices":
        """The same choices with another way out for ``paper``."""
        others = tuple((p, c) for p, c in self.printers if p is not paper)
        return replace(self, printers=others if choice is None else (*others, (paper, choice)))


@dataclass(frozen=True, slots=True)
class FirstStartState:
    """``found`` is the hall at the address, None before it was tried; ``problem`` why it could not be reached.

    ``editing`` opens the address. ``working`` says that something is under way at the database. ``printers`` is
    None until the system has listed them.
    """

    choices: Choices = field(default_factory=Choices)
    editing: bool = True
    working: Message | None = None
    found: HallFound | None = None
    problem: Message | None = None
    printers: tuple[str, ...] | None = None
    printers_problem: Message | None = None
    proofs: tuple[tuple[Paper, Proof], ...] = ()
    screens: tuple[ScreenChoice, ...] = ()
    own_counter: int | None = None
    may_go_back: bool = False
    not_kept: Message | None = None

    @property
    def papers(self) -> tuple[Paper, ...]:
        """What the chosen kind of station prints on."""
        return PAPERS[self.choices.kind] if self.choices.kind else ()

    def proof(self, paper: Paper) -> Proof | None:
        """How the test page went, None when none was printed."""
        return dict(self.proofs).get(paper)

    @property
    def unprinted(self) -> Message | None:
        """What will not come out on paper as long as no printer is chosen for it; that may well be later."""
        papers = tuple(paper for paper in self.papers if self.choices.printer(paper) is None)
        named = tuple(Message(f"setup.unprinted.{paper}") for paper in papers)
        return Message("setup.unprinted", {"papers": named}) if papers else None

    @property
    def missing(self) -> Message | None:
        """What still has to be said before the station can start."""
        choices = self.choices
        if self.found is None or self.editing:
            return Message("setup.missing.database")
        if choices.kind is None:
            return Message("setup.missing.station")
        if choices.kind.has_counter and self.found.counter(choices.counter) is None:
            return Message("setup.missing.counter")
        return None


def choices_of(settings: StationSettings) -> Choices:
    """The choices that stand in the settings."""
    printers = ((Paper.TICKET, settings.ticket_printer), (Paper.A4, settings.a4_printer))
    return Choices(
        address=address_of(settings.database) if settings.database else Address(),
        key_file=str(settings.key_file or ""),
        kind=settings.kind,
        counter=settings.counter,
        name=settings.name,
        language=settings.language,
        theme=settings.theme,
        scale=settings.scale,
        printers=tuple((paper, choice) for paper, choice in printers if choice is not None),
        roll=settings.ticket_roll,
        screen=settings.screen,
        attachments=settings.attachments,
    )


def settings_of(choices: Choices) -> StationSettings:
    """What to keep. The counter is kept where there is one only; what the station does not print on is not kept."""
    papers = PAPERS[choices.kind] if choices.kind else ()
    printers = {paper: choices.printer(paper) for paper in papers}
    return StationSettings(
        database=choices.address.url if choices.address.is_complete else None,
        key_file=Path(choices.key_file) if choices.key_file else None,
        kind=choices.kind,
        counter=choices.counter if choices.kind and choices.kind.has_counter else None,
        name=choices.name.strip(),
        language=choices.language,
        theme=choices.theme,
        scale=choices.scale,
        ticket_printer=printers.get(Paper.TICKET),
        ticket_roll=choices.roll if Paper.TICKET in papers else Roll.MM80,
        a4_printer=printers.get(Paper.A4),
        screen=choices.screen,
        attachments=choices.attachments,
    )
