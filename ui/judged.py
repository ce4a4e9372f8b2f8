"""What the clerk has judged so far: a value that grows with every key, until the slip is issued."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.domain.catalogue import Material
from app.domain.errors import RuleBroken
from app.domain.free_text import said
from app.domain.judgement import (
    Beyond,
    Findings,
    Judgement,
    ShortcomingKind,
    Verdict,
    beyond_the_list,
    judge,
)
from app.domain.message import Message

USUAL_KIND = ShortcomingKind.WRONG_FORM
"""What “wrong” means until the clerk says more: 不符合法定形式."""

_WORDLESS = (Verdict.COMPLETE, Verdict.NOT_APPLICABLE)
"""Verdicts of which the slip says nothing but the name."""

NOT_SAID_YET = Judgement(0, Verdict.MISSING, beyond=Beyond("", ""))
"""A material beyond the list as it is begun: missing, without name and basis."""

WRONG_KINDS = tuple(kind for kind in ShortcomingKind if kind is not ShortcomingKind.MISSING)


@dataclass(frozen=True, slots=True)
class Draft:
    """The judgements of one errand, in the order in which they were made.

    ``beyond`` are those of materials beyond the list, as far as they were written.
    """

    judgements: tuple[Judgement, ...] = ()
    beyond: tuple[Judgement, ...] = ()

    def of(self, material: int) -> Judgement | None:
        """The judgement of one material, None while it is not judged."""
        return next((j for j in self.judgements if j.material == material), None)

    def judged(self, material: int, verdict: Verdict) -> "Draft":
        """The draft with one more verdict; what was written about the material is kept."""
        before = self.of(material)
        kind = (before.kind if before else None) or USUAL_KIND
        text = before.text if before else ""
        return self._with(Judgement(material, verdict, kind if verdict is Verdict.WRONG else None, text))

    def with_kind(self, material: int, kind: ShortcomingKind) -> "Draft":
        """The draft with another kind of fault for a wrong material."""
        before = self.of(material)
        return self if before is None else self._with(replace(before, kind=kind))

    def with_text(self, material: int, text: str) -> "Draft":
        """The draft with other words about a material."""
        before = self.of(material)
        return self if before is None else self._with(replace(before, text=text))

    def for_materials(self, materials: Iterable[Material]) -> tuple[Judgement, ...]:
        """The judgements as the slip takes them: those of these materials, words only where they are told.

        What is asked for beyond the list comes last.
        """
        numbers = {m.number for m in materials}
        listed = (
            replace(j, text="") if j.verdict in _WORDLESS else j
            for j in self.judgements
            if j.material in numbers
        )
        return (*listed, *self.beyond)

    def to_keep(self) -> "Draft":
        """The draft as it may be kept in a file: numbers of people in what was typed are masked."""
        return Draft(tuple(map(_masked, self.judgements)), tuple(map(_masked, self.beyond)))

    def _with(self, judgement: Judgement) -> "Draft":
        others = tuple(j for j in self.judgements if j.material != judgement.material)
        return replace(self, judgements=(*others, judgement))


NOTHING_JUDGED = Draft()


@dataclass(frozen=True, slots=True)
class Judged:
    """How far the judging of a list has come, and what the slip would say by now.

    ``unfounded`` says of materials beyond the list, by their place, why they cannot be asked for.
    """

    total: int
    unjudged: tuple[int, ...]
    wordless: tuple[int, ...]
    findings: Findings
    unfounded: Mapping[int, Message] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to judge, to put into words or to found."""
        has_any = self.total > 0 or self.tells_something
        return has_any and not self.unjudged and not self.wordless and not self.unfounded

    @property
    def tells_something(self) -> bool:
        """Whether the slip has anything to tell."""
        return bool(self.findings.shortcomings)


def judged_so_far(materials: tuple[Material, ...], draft: Draft) -> Judged:
    """Look at a draft: the whole list must be judged before anything is told (ux.md)."""
    judgements = {j.material: j for j in draft.for_materials(materials) if j.beyond is None}
    wordless = tuple(n for n, j in judgements.items() if _lacks_words(j))
    ready = {n: j for n, j in judgements.items() if n not in wordless}
    founded, unfounded = _founded(materials, draft.beyond)
    findings = judge(tuple(m for m in materials if m.number in ready), (*ready.values(), *founded))
    unjudged = tuple(m.number for m in materials if m.number not in judgements)
    return Judged(len(materials), unjudged, wordless, findings, unfounded)


def _founded(
    materials: tuple[Material, ...], beyond: Iterable[Judgement]
) -> tuple[tuple[Judgement, ...], dict[int, Message]]:
    """What may be asked for beyond the list, and of the rest, by its place, why not."""
    founded: tuple[Judgement, ...] = ()
    unfounded: dict[int, Message] = {}
    for at, judgement in enumerate(beyond):
        try:
            beyond_the_list(materials, (*founded, judgement))
        except RuleBroken as error:
            unfounded[at] = error.message
        else:
            founded = (*founded, judgement)
    return founded, unfounded


def _masked(judgement: Judgement) -> Judgement:
    beyond = judgement.beyond
    masked = Beyond(said(beyond.name), said(beyond.basis)) if beyond else None
    return replace(judgement, text=said(judgement.text), beyond=masked)


def _lacks_words(judgement: Judgement) -> bool:
    is_other = judgement.verdict is Verdict.WRONG and judgement.kind is ShortcomingKind.OTHER
    return is_other and not judgement.text.strip()
