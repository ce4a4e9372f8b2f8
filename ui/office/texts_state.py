"""What the page of the offices' own words shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.message import Message
from app.domain.office_text import PLACES, FormKind, TextPart
from app.domain.staff import Actor
from app.ports.rows import DepartmentRow
from app.services.office_texts import OfficeTextRow
from ui.signing import NOT_SIGNING_IN, SigningIn

EVERY_KIND = "every"
"""Stands for words on every kind of paper where a key is asked for."""

Draft = Mapping[TextPart, str]
"""What was typed and not saved."""


def key_of(kind: FormKind | None) -> str:
    """A kind as a key."""
    return kind.value if kind else EVERY_KIND


def kind_of(key: str) -> FormKind | None:
    """The kind of a key."""
    return None if key == EVERY_KIND else FormKind(key)


@dataclass(frozen=True, slots=True)
class TextsState:
    """``kind`` None is every kind. ``drafts`` by department and kind (``place``); ``pdf`` is the sample looked at."""

    actor: Actor | None = None
    signing_in: SigningIn = NOT_SIGNING_IN
    departments: tuple[DepartmentRow, ...] = ()
    rows: tuple[OfficeTextRow, ...] = ()
    department: str | None = None
    kind: FormKind | None = FormKind.NOTICE
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    pdf: bytes | None = None
    previewing: bool = False
    busy: bool = False
    unconfirmed: bool = False
    problem: Message | None = None

    @property
    def place(self) -> str:
        """Where the page is: department and kind."""
        return f"{self.department}/{key_of(self.kind)}"

    @property
    def draft(self) -> Draft:
        """What was typed here."""
        return self.drafts.get(self.place, {})

    @property
    def parts(self) -> tuple[TextPart, ...]:
        """What can be said differently here; a basis is never said of every kind."""
        if self.kind is None:
            return tuple(part for part in TextPart if part is not TextPart.BASIS)
        return tuple(part for part in TextPart if self.kind in PLACES[part])

    def kept(self, part: TextPart, kind: FormKind | None) -> str:
        """What is set for a kind; empty where nothing is."""
        found = (r.text for r in self.rows if (r.department, r.part, r.kind) == (self.department, part, kind))
        return next(found, None) or ""

    def shown(self, part: TextPart) -> str:
        """What stands in the field."""
        return self.draft.get(part, self.kept(part, self.kind))

    @property
    def changed(self) -> dict[TextPart, str]:
        """What a save would change."""
        return {p: t for p in self.parts if (t := self.shown(p).strip()) != self.kept(p, self.kind)}

    @property
    def shown_kind(self) -> FormKind:
        """The paper on which words are looked at; those of every kind on the one that everybody gets."""
        return self.kind or FormKind.NOTICE

    @property
    def tried(self) -> dict[TextPart, str]:
        """What a preview tries: words of every kind do not stand where the paper has some of its own."""
        own = self.kind is not None
        return {p: t for p, t in self.changed.items() if own or not self.kept(p, self.shown_kind)}
