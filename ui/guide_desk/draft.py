"""What the guide desk has written down for the person in front of it, before a ticket or a slip is issued."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.domain.catalogue import Material, ServiceItem
from app.domain.message import Message
from app.domain.person import Personal
from app.domain.policy import Priority
from app.ports.rows import ItemRow, NoticeRow


@dataclass(frozen=True, slots=True)
class ErrandDraft:
    """One item that the person comes for. ``item`` is None until its guide is read.

    ``brought`` are the numbers of the materials seen, None while nobody has looked; ``not_applicable`` those that
    this person does not need; ``told`` is the earlier slip with which the person comes back.
    """

    row: ItemRow
    item: ServiceItem | None = None
    situation: str | None = None
    brought: frozenset[int] | None = None
    told: NoticeRow | None = None
    not_applicable: frozenset[int] = frozenset()

    @property
    def code(self) -> str:
        """The item's code."""
        return self.row.code

    @property
    def materials(self) -> tuple[Material, ...]:
        """What is asked for in the chosen situation; nothing before the guide is read."""
        return self.item.materials_for(self.situation) if self.item else ()

    @property
    def missing(self) -> tuple[Material, ...]:
        """Needed materials that were not seen; all of them while nobody has looked."""
        held = self.brought or frozenset()
        return tuple(m for m in self.needed if m.number not in held)

    @property
    def needed(self) -> tuple[Material, ...]:
        """Required materials, but for those that this person does not need."""
        return tuple(m for m in self.materials if m.required and m.number not in self.not_applicable)

    @property
    def nothing_applies(self) -> bool:
        """Whether the whole list was set aside."""
        return bool(self.not_applicable) and self.not_applicable == {m.number for m in self.materials}

    def learn(self, item: ServiceItem) -> "ErrandDraft":
        """The guide has been read; what it does not know any more is left out."""
        known = any(situation.name == self.situation for situation in item.situations)
        return replace(self, item=item, situation=None).choose(self.situation if known else None)

    def choose(self, situation: str | None) -> "ErrandDraft":
        """Another situation; ticks stay for the materials that it also asks for."""
        chosen = replace(self, situation=situation)
        if self.item is None:
            return chosen
        asked = {m.number for m in chosen.materials}
        brought = None if self.brought is None else self.brought & asked
        return replace(chosen, brought=brought, not_applicable=self.not_applicable & asked)

    def tick(self, material: int, held: bool) -> "ErrandDraft":
        """Whether the person holds this material."""
        seen = self.brought or frozenset()
        brought = seen | {material} if held else seen - {material}
        return replace(self, brought=brought, not_applicable=self.not_applicable - {material})

    def set_aside(self, material: int, aside: bool) -> "ErrandDraft":
        """Whether this person does not need this material; then it is not held either."""
        apart = self.not_applicable
        apart = apart | {material} if aside else apart - {material}
        return replace(self, brought=(self.brought or frozenset()) - {material}, not_applicable=apart)

    def come_back(self, notice: NoticeRow) -> "ErrandDraft":
        """The person comes back with a slip about this item: its situation, and what was missing then."""
        return replace(self, situation=notice.situation, told=notice)

    def tick_all(self) -> "ErrandDraft":
        """The person holds everything that is not set aside; once more takes every tick away.

        Without a list there is nothing to tick.
        """
        if self.item is None:
            return self
        everything = frozenset(m.number for m in self.materials) - self.not_applicable
        return replace(self, brought=frozenset() if self.brought == everything else everything)


@dataclass(frozen=True, slots=True)
class Check:
    """What is known of a typed value: in order, or what is wrong with it; neither while it is being typed."""

    ok: bool = False
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class VisitorDraft:
    """Who comes, as typed or read from a card. ``chosen``: a person chose the class, which then stays."""

    name: str = ""
    identity: str = ""
    phone: str = ""
    priority: Priority = Priority.ORDINARY
    chosen: bool = False
    checks: Mapping[Personal, Check] = field(default_factory=dict)

    def text(self, part: Personal) -> str:
        """What was typed for one part."""
        return {Personal.NAME: self.name, Personal.IDENTITY: self.identity, Personal.PHONE: self.phone}[part]

    def write(self, part: Personal, text: str, check: Check) -> "VisitorDraft":
        """The draft with one part typed anew."""
        checks = {**self.checks, part: check}
        match part:
            case Personal.NAME:
                return replace(self, name=text, checks=checks)
            case Personal.IDENTITY:
                return replace(self, identity=text, checks=checks)
            case Personal.PHONE:
                return replace(self, phone=text, checks=checks)

    def suggest(self, priority: Priority) -> "VisitorDraft":
        """The class that is known without asking; one that a person chose stays."""
        return self if self.chosen else replace(self, priority=priority)

    @property
    def is_suggested(self) -> bool:
        """Whether the class was chosen by what is known of the person, and by nobody yet."""
        return not self.chosen and self.priority is not Priority.ORDINARY

    @property
    def problem(self) -> Personal | None:
        """The first part that something is wrong with."""
        return next((part for part, check in self.checks.items() if check.problem), None)


NOBODY_YET = VisitorDraft()


@dataclass(frozen=True, slots=True)
class Draft:
    """The errands in their order, the one on the page, and the person.

    ``adding`` is true after F4: the next item that is picked comes in addition.
    """

    errands: tuple[ErrandDraft, ...] = ()
    at: int = 0
    adding: bool = False
    visitor: VisitorDraft = NOBODY_YET

    @property
    def errand(self) -> ErrandDraft | None:
        """The errand whose page is shown."""
        return self.errands[self.at] if self.errands else None

    def pick(self, row: ItemRow) -> "Draft":
        """Take an item: instead of the one on the page, or in addition; one that is there is shown again."""
        codes = [errand.code for errand in self.errands]
        if row.code in codes:
            return replace(self, at=codes.index(row.code), adding=False)
        if self.adding or not self.errands:
            errands = (*self.errands, ErrandDraft(row))
            return replace(self, errands=errands, at=len(errands) - 1, adding=False)
        return self.write(ErrandDraft(row))

    def add_another(self) -> "Draft":
        """The next item picked comes in addition (再加一件)."""
        return replace(self, adding=bool(self.errands))

    def write(self, errand: ErrandDraft) -> "Draft":
        """The errand on the page, changed."""
        errands = list(self.errands)
        errands[self.at] = errand
        return replace(self, errands=tuple(errands))

    def learn(self, item: ServiceItem) -> "Draft":
        """The guide of an item has been read; without effect when it is no longer wanted."""
        errands = tuple(e.learn(item) if e.code == item.code else e for e in self.errands)
        return replace(self, errands=errands)

    def show(self, code: str) -> "Draft":
        """Bring an errand to the page."""
        return replace(self, at=self._place(code), adding=False)

    def remove(self, code: str) -> "Draft":
        """Leave an errand out."""
        gone = self._place(code)
        errands = tuple(e for e in self.errands if e.code != code)
        at = self.at - 1 if gone < self.at else min(self.at, max(0, len(errands) - 1))
        return replace(self, errands=errands, at=at, adding=self.adding and bool(errands))

    def put_back(self, errand: ErrandDraft, visitor: VisitorDraft) -> "Draft":
        """An errand that was taken off comes back to the page, with its person unless another is written down."""
        codes = [known.code for known in self.errands]
        errands = self.errands if errand.code in codes else (*self.errands, errand)
        back = replace(self, errands=errands, visitor=visitor if self.visitor == NOBODY_YET else self.visitor)
        return back.show(errand.code)

    def bring_forward(self, code: str) -> "Draft":
        """Do an errand one step earlier; the one on the page stays on it."""
        place = self._place(code)
        if place == 0:
            return self
        errands, shown = list(self.errands), self.errands[self.at].code
        errands[place - 1], errands[place] = errands[place], errands[place - 1]
        return replace(self, errands=tuple(errands)).show(shown)

    def with_priority(self, priority: Priority) -> "Draft":
        """The draft with the class that a person chose."""
        return replace(self, visitor=replace(self.visitor, priority=priority, chosen=True))

    def suggest(self, priority: Priority) -> "Draft":
        """The draft with the class that is known without asking."""
        return replace(self, visitor=self.visitor.suggest(priority))

    def with_visitor(self, part: Personal, text: str, check: Check) -> "Draft":
        """The draft with one thing about the person typed anew."""
        return replace(self, visitor=self.visitor.write(part, text, check))

    def _place(self, code: str) -> int:
        return next(i for i, errand in enumerate(self.errands) if errand.code == code)


NO_DRAFT = Draft()
