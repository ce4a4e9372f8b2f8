"""The first half of a case: told what is missing, supplemented, accepted or refused (行政许可法 art. 32)."""

from dataclasses import replace
from datetime import date
from itertools import count

from app.domain.case import By, Case, Change, must_say
from app.domain.case_clock import decision_dates, tell_by
from app.domain.case_course import must_keep_pledge
from app.domain.case_parts import CaseStep, Limit, Paper, PaperAction, Pledge, Refusal
from app.domain.case_table import CASE_TABLE, CaseAction, CaseState
from app.domain.catalogue import Material, ServiceItem
from app.domain.errors import RuleBroken
from app.domain.transitions import next_state

_A = CaseAction


def receive(case: Case, by: By) -> Change:
    """The papers came: the story begins."""
    first = CaseStep(_A.RECEIVE, case.state, by.staff, by.at, by.day)
    return replace(case, since=by.at, steps=(first,)), (case.event(_A.RECEIVE),)


def take_papers(case: Case, papers: tuple[Paper, ...]) -> Change:
    """Note what was handed in; no step of the table."""
    return replace(case, papers=merged(case.papers, papers)), (
        case.event(_A.TAKE_PAPERS, papers=len(papers)),
    )


def as_judged(
    case: Case, item: ServiceItem, situation: str | None, beyond: tuple[Material, ...] = ()
) -> Case:
    """The case by the version and the situation that its papers were judged by, so that it goes on by what was told.

    The papers that it has follow the new list by name: a number alone may mean another material there. What is not
    asked for any more keeps a number behind the list. ``beyond`` is what was told beyond it.
    """
    told = {material.number: material for material in (*case.beyond, *beyond)}
    case = replace(case, beyond=tuple(told.values()))
    if (case.item, case.situation) == (item.id, situation):
        return case
    numbers = {material.name: material.number for material in (*case.beyond, *item.materials)}
    unasked = count(max((material.number for material in item.materials), default=0) + 1)
    papers = tuple(replace(p, material=numbers.get(p.name) or next(unasked)) for p in case.papers)
    return replace(case, item=item.id, situation=situation, papers=merged((), papers))


def give_back(case: Case, materials: frozenset[int], day: date) -> Change:
    """What was kept goes back to the applicant; no step of the table.

    Raises:
        RuleBroken: one of them is not here.
    """
    held = {paper.material for paper in case.papers if paper.is_held}
    if missing := materials - held:
        raise RuleBroken("case.rule.not_held", numbers=", ".join(map(str, sorted(missing))))
    papers = tuple(
        replace(paper, returned_on=day) if paper.material in materials else paper for paper in case.papers
    )
    numbers = ", ".join(map(str, sorted(materials)))
    return replace(case, papers=papers), (case.event(PaperAction.RETURN, materials=numbers),)


def notify(case: Case, outstanding: frozenset[int], days: int, by: By, reason: str = "") -> Change:
    """Tell everything that is missing. It waits ``days`` working days before somebody looks at it again.

    From the second time on this is a breach of "told once": possible, with a reason, never silent.

    Raises:
        RuleBroken: the table has no such step, it is too late to tell, or a further notice without a reason.
    """
    _must_be_in_time(case, by)
    first = case.state is CaseState.RECEIVED
    return case.step(
        _A.NOTIFY if first else _A.NOTIFY_AGAIN,
        by,
        reason if first else must_say(reason),
        outstanding=outstanding,
        supplement_by=by.time.days_from(by.day, days),
    )


def supplement(case: Case, brought: frozenset[int], papers: tuple[Paper, ...], by: By) -> Change:
    """What was told to be missing has come, some or all of it; with the last a fresh five-day clock starts.

    Raises:
        RuleBroken: the case waits for nothing, or not for these.
    """
    next_state(CASE_TABLE, case.state, _A.SUPPLEMENT, "case")
    if foreign := brought - case.outstanding:
        raise RuleBroken("case.rule.not_outstanding", numbers=", ".join(map(str, sorted(foreign))))
    left = case.outstanding - brought
    kept = merged(case.papers, papers)
    if left:
        return replace(case, outstanding=left, papers=kept), (case.event(_A.SUPPLEMENT, left=len(left)),)
    return case.step(
        _A.SUPPLEMENT, by, papers=kept, outstanding=left, supplement_by=None,
        counts_from=by.day, tell_by=tell_by(by.day, by.time),
    )  # fmt: skip


def accept(
    case: Case, limit: Limit, by: By, *, pledge: Pledge | None = None, is_joint: bool = False
) -> Change:
    """Take it on: from now on the decision's clock runs.

    Where nobody told in time what is missing, the law took it on before: as of the day of receipt.

    Raises:
        RuleBroken: not from this state, or the pledge runs longer than the item's promise, or comes after the law's
            acceptance.
    """
    if has_lapsed(case, by) and pledge is None:
        return deem_accepted(case, limit, replace(by, staff=None), is_joint=is_joint)
    _must_be_in_time(case, by)
    dates = decision_dates(by.at, limit, 0, (), by.time)
    if pledge and pledge.due.day > dates.first.day:
        raise RuleBroken("case.rule.pledge_due", latest=dates.first.day)
    return case.step(
        _A.ACCEPT, by, accepted_at=by.at, limit=limit, dates=dates, pledge=pledge, is_joint=is_joint
    )


def has_lapsed(case: Case, by: By) -> bool:
    """Whether nobody told in time what is missing, so that the case is accepted by law."""
    return _A.DEEM_ACCEPTED in case.actions() and by.day > case.tell_by.day


def deem_accepted(case: Case, limit: Limit, by: By, *, is_joint: bool = False) -> Change:
    """Too late to tell: it is accepted as of the day of receipt (art. 32(4)).

    Raises:
        RuleBroken: it is no licence, or there is still time to tell.
    """
    if not has_lapsed(case, by):
        raise RuleBroken("case.rule.not_lapsed", number=case.number)
    accepted_at = by.time.start_of(case.counts_from)
    dates = decision_dates(accepted_at, limit, 0, (), by.time)
    return case.step(
        _A.DEEM_ACCEPTED, by,
        accepted_at=accepted_at, limit=limit, dates=dates, is_deemed=True, is_joint=is_joint,
    )  # fmt: skip


def refuse(case: Case, refusal: Refusal, by: By) -> Change:
    """Do not take it on: no permit is needed, or another authority is the right one (art. 32(1)(2)).

    Raises:
        RuleBroken: not from this state, without a reason, without naming the right authority, or after the law
            accepted it.
    """
    _must_be_in_time(case, by)
    told = replace(refusal, reason=must_say(refusal.reason))
    told.must_be_told()
    return case.step(_A.REFUSE, by, refusal.reason, refusal=told)


def undo(case: Case, by: By) -> Change:
    """Take back an acceptance or a refusal together with the finish of the errand.

    Raises:
        RuleBroken: it went further since.
    """
    if case.state is CaseState.DECIDED:
        raise RuleBroken("case.rule.transition", state=case.state, action=_A.UNDO)
    action = next(iter(case.actions() & {_A.UNDO, _A.UNDO_SUPPLEMENTED}), _A.UNDO)
    return case.step(
        action, by,
        accepted_at=None, limit=None, dates=None, pledge=None, is_joint=False, suspensions=(), extension=None,
        refusal=None,
    )  # fmt: skip


def keep_pledge(case: Case, papers: tuple[Paper, ...], by: By) -> Change:
    """What was pledged has come; also while a special procedure runs, and then until it is over.

    Raises:
        RuleBroken: nothing was pledged, it came already, or it comes too late.
    """
    if case.pledge is None or not case.pledge_is_open:
        raise RuleBroken("case.rule.no_pledge", number=case.number)
    must_keep_pledge(case, by)
    kept = replace(case.pledge, kept_on=by.day)
    return case.step(_A.PLEDGE_KEPT, by, pledge=kept, papers=merged(case.papers, papers))


def merged(before: tuple[Paper, ...], came: tuple[Paper, ...]) -> tuple[Paper, ...]:
    """The papers of a case after some came: the newest of each material, in the order of the list."""
    by_material = {paper.material: paper for paper in (*before, *came)}
    return tuple(by_material[number] for number in sorted(by_material))


def _must_be_in_time(case: Case, by: By) -> None:
    """Refuse what the law's acceptance went before, also where nobody has written that down yet."""
    if has_lapsed(case, by):
        raise RuleBroken(
            "case.rule.lapsed", number=case.number, until=case.tell_by.day, received=case.counts_from
        )
