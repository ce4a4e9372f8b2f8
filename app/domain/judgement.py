"""Judging an application's materials one by one, from which the one-time notice is made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.catalogue import Material
from app.domain.errors import RuleBroken
from app.domain.free_text import said


class Verdict(StrEnum):
    """What the clerk found of one material; ``NOT_APPLICABLE`` (不适用): this application does not need it."""

    COMPLETE = "complete"
    MISSING = "missing"
    WRONG = "wrong"
    NOT_APPLICABLE = "not_applicable"


class ShortcomingKind(StrEnum):
    """What is wrong with a material: 缺少, 不齐全, 不符合法定形式, 已过期, 信息不一致, 其他."""

    MISSING = "missing"
    INCOMPLETE = "incomplete"
    WRONG_FORM = "wrong_form"
    EXPIRED = "expired"
    INCONSISTENT = "inconsistent"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Beyond:
    """A material beyond the item's list, and the basis that asks for it all the same (行政许可法 art. 31)."""

    name: str
    basis: str


BEYOND_FROM = 101
"""Materials beyond the list are numbered from here, behind what any guide lists."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one material. ``kind`` tells what is wrong with it, ``text`` tells it in words.

    One ``beyond`` the list has no number yet: ``material`` says nothing.
    """

    material: int
    verdict: Verdict
    kind: ShortcomingKind | None = None
    text: str = ""
    beyond: Beyond | None = None


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """One line of a notice: a material and what is wrong with it. ``handed_in`` counts copies; None is unknown.

    ``basis`` is cited for a material beyond the list, and for no other.
    """

    material: Material
    kind: ShortcomingKind
    text: str = ""
    handed_in: int | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """All materials judged: what has to be put right, what is in order, and what this application does not need.

    ``left_out`` is what need not be brought and was not. Only ``complete`` was handed in.
    """

    shortcomings: tuple[Shortcoming, ...]
    complete: tuple[Material, ...]
    left_out: tuple[Material, ...] = ()
    not_applicable: tuple[Material, ...] = ()

    @property
    def nothing_applies(self) -> bool:
        """Whether the whole list was set aside: then the item or its situation is not the right one."""
        return bool(self.not_applicable) and not self.shortcomings and not self.complete


def judge(
    materials: tuple[Material, ...], judgements: Iterable[Judgement], beyond: tuple[Material, ...] = ()
) -> Findings:
    """Turn the clerk's verdicts into findings; nothing may be told piecemeal (行政许可法 art. 32(4)).

    A material that is not required and missing is left out, not a shortcoming, unless a text says why. Any may be
    not applicable, required ones too: pages mark “required” what they ask for under a condition only.

    ``beyond`` are materials beyond the list that were asked for before: they keep their numbers.

    Raises:
        RuleBroken: a required material is not judged, one is judged twice or is not of this item, a verdict says too
            little, or a material beyond the list cites no basis.
    """
    given = tuple(judgements)
    verdicts = _by_material(materials, (j for j in given if j.beyond is None))
    unjudged = [m.number for m in materials if m.required and m.number not in verdicts]
    if unjudged:
        raise RuleBroken("notice.rule.unjudged", numbers=", ".join(map(str, unjudged)), count=len(unjudged))
    shortcomings, complete, left_out, not_applicable = [], [], [], []
    for material in materials:
        found = verdicts.get(material.number)
        if found is None or (found.verdict is Verdict.MISSING and not material.required and not found.text):
            left_out.append(material)
        elif found.verdict is Verdict.COMPLETE:
            complete.append(material)
        elif found.verdict is Verdict.NOT_APPLICABLE:
            not_applicable.append(material)
        else:
            shortcomings.append(_shortcoming(material, found))
    shortcomings += beyond_the_list(materials, given, beyond)
    return Findings(tuple(shortcomings), tuple(complete), tuple(left_out), tuple(not_applicable))


def counted(findings: Findings, came: Mapping[str, int | None]) -> Findings:
    """The findings with how many copies came of what is wrong, where that was noted.

    By name: in a later version of the item a number may mean another material.
    """
    told = tuple(
        s if s.handed_in is not None else replace(s, handed_in=came.get(s.material.name))
        for s in findings.shortcomings
    )
    return replace(findings, shortcomings=told)


def with_others_complete(
    materials: tuple[Material, ...], judgements: Iterable[Judgement], waiting: Iterable[Shortcoming] = ()
) -> tuple[Judgement, ...]:
    """The verdicts given; of the others what is waited for is still missing or wrong, what must come in order.

    ``waiting`` was told and has not come. Of a material that is not required and not judged nothing is said: the slip
    must not claim that it was handed in. One of which the page does not say whether it is required is left to be
    judged.
    """
    given = told_again(materials, judgements, waiting)
    judged = {judgement.material for judgement in given if judgement.beyond is None}
    others = (m.number for m in materials if m.said_required and m.number not in judged)
    return (*given, *(Judgement(number, Verdict.COMPLETE) for number in others))


def told_again(
    materials: tuple[Material, ...], judgements: Iterable[Judgement], waiting: Iterable[Shortcoming]
) -> tuple[Judgement, ...]:
    """The verdicts given, and of what was told and has not come that which they do not name, as it was told."""
    given = tuple(judgements)
    judged = {judgement.material for judgement in given if judgement.beyond is None}
    told = {said(judgement.beyond.name) for judgement in given if judgement.beyond}
    told |= {m.name for m in materials if m.number in judged}
    numbers = {m.name: m.number for m in materials}
    still = tuple(
        _once_more(s, numbers.get(s.material.name))
        for s in waiting
        if s.material.name not in told and (s.material.name in numbers or s.basis)
    )
    return (*given, *still)


def _once_more(shortcoming: Shortcoming, number: int | None) -> Judgement:
    """The verdict that tells a shortcoming again, under the number that the material has now, if it has one."""
    is_missing = shortcoming.kind is ShortcomingKind.MISSING
    verdict, kind = (Verdict.MISSING, None) if is_missing else (Verdict.WRONG, shortcoming.kind)
    if number is None:
        beyond = Beyond(shortcoming.material.name, shortcoming.basis)
        return Judgement(0, verdict, kind, shortcoming.text, beyond)
    return Judgement(number, verdict, kind, shortcoming.text)


def beyond_the_list(
    materials: tuple[Material, ...], judgements: Iterable[Judgement], known: tuple[Material, ...] = ()
) -> list[Shortcoming]:
    """What is asked for beyond the list, each with its number and its basis; ``known`` ones keep their numbers.

    Raises:
        RuleBroken: one has no name or no basis, is of the list, or is told twice, or a verdict says too little.
    """
    listed = {m.name: m.number for m in materials}
    numbers = {m.name: m.number for m in known}
    told: list[Shortcoming] = []
    for judgement in judgements:
        if judgement.beyond is None:
            continue
        name, basis = said(judgement.beyond.name), said(judgement.beyond.basis)
        _must_be_founded(name, basis, listed)
        number = numbers.setdefault(name, max((*numbers.values(), *listed.values(), BEYOND_FROM - 1)) + 1)
        if any(number == before.material.number for before in told):
            raise RuleBroken("notice.rule.asked_twice", name=name)
        material = Material(number, name, listed=False)
        told.append(replace(_shortcoming(material, judgement), basis=basis))
    return told


def _must_be_founded(name: str, basis: str, listed: Mapping[str, int]) -> None:
    if not name:
        raise RuleBroken("notice.rule.say_name")
    if not basis:
        raise RuleBroken("notice.rule.say_basis", name=name)
    if name in listed:
        raise RuleBroken("notice.rule.is_listed", name=name, number=listed[name])


def _by_material(materials: tuple[Material, ...], judgements: Iterable[Judgement]) -> dict[int, Judgement]:
    known = {m.number for m in materials}
    verdicts: dict[int, Judgement] = {}
    for judgement in judgements:
        if judgement.material not in known:
            raise RuleBroken("notice.rule.foreign_material", number=judgement.material)
        if judgement.material in verdicts:
            raise RuleBroken("notice.rule.judged_twice", number=judgement.material)
        verdicts[judgement.material] = judgement
    return verdicts


def _shortcoming(material: Material, judgement: Judgement) -> Shortcoming:
    if judgement.verdict is Verdict.MISSING:
        return Shortcoming(material, ShortcomingKind.MISSING, said(judgement.text), handed_in=0)
    kind = judgement.kind
    if kind is None or kind is ShortcomingKind.MISSING:
        raise RuleBroken("notice.rule.say_what_is_wrong", number=material.number)
    if kind is ShortcomingKind.OTHER and not judgement.text.strip():
        if not material.listed:
            raise RuleBroken("notice.rule.say_other_of", name=material.name)
        raise RuleBroken("notice.rule.say_other", number=material.number)
    return Shortcoming(material, kind, said(judgement.text))
