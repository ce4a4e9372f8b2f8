"""The first half of a case as use cases: opened, supplemented, accepted, refused, a pledge kept."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain import case_receipt
from app.domain.applicant import Applicant, Organisation
from app.domain.calendar import Due
from app.domain.case_clock import limit_of
from app.domain.case_parts import Pledge, Refusal, RefusalGround
from app.domain.errors import RuleBroken
from app.domain.free_text import said
from app.domain.staff import Permission
from app.ports.rows import CasePage
from app.services.case_of_errand import add_case, save_case
from app.services.hall_time import by_actor
from app.services.issue_ticket import ANYBODY, Visitor
from app.services.issuing import issue_acceptance, issue_receipt, issue_refusal
from app.services.on_paper import person_on_paper
from app.services.open_case import HandedIn, OpenCase, take_case
from app.services.use_case import Work, use_case


@dataclass(frozen=True, slots=True)
class Applying:
    """Who applies, as typed: a person, or an organisation and whom to contact there; perhaps through an agent."""

    person: Visitor = ANYBODY
    agent: Visitor = ANYBODY
    organisation: str = ""
    organisation_code: str = ""


NOT_SAID = Applying()


@dataclass(frozen=True, slots=True)
class Promised:
    """A leniency pledge: these materials come by that day, in that form (补交形式), told in words."""

    materials: frozenset[int]
    by: date
    form: str = ""


@use_case
async def open_case(
    work: Work,
    item: str,
    situation: str | None = None,
    applying: Applying = NOT_SAID,
    handed_in: tuple[HandedIn, ...] = (),
    with_receipt: bool = False,
) -> CasePage:
    """Receive an application that comes without a ticket: by post, online, or at a counter without a queue.

    Raises:
        BadInput: a number that is no identity number, phone or organisation's code, or a name that no font can
            print.
        RuleBroken: the item is cancelled, or does not ask for what was handed in; an organisation's code without
            its name.
    """
    work.actor.must(Permission.SERVE)
    applicant = await applicant_of(work, applying)
    hall = await work.u.hall.get()
    by = await by_actor(work, hall, await work.u.now())
    wanted = await work.u.catalogue.in_force(item, by.day)
    wanted.situation(situation)
    case = await add_case(work, wanted, situation, applicant, by)
    opened = OpenCase(case, wanted, hall, by)
    if handed_in:
        case = await save_case(work, case_receipt.take_papers(case, opened.papers(handed_in)))
    if with_receipt:
        await issue_receipt(work, case, wanted, hall)
    return await work.u.reads.case(case.number)


@use_case
async def take_papers(
    work: Work, number: str, handed_in: tuple[HandedIn, ...], with_receipt: bool = False
) -> CasePage:
    """Note what was handed in (copies, form, kept or given back), and what that was kept is given back now.

    Raises:
        RuleBroken: what is to be given back is not here.
    """
    open_ = await take_case(work, number)
    case, returned = open_.case, frozenset(paper.material for paper in handed_in if paper.returned)
    came = tuple(paper for paper in handed_in if not paper.returned)
    if came or not returned:
        case = await save_case(work, case_receipt.take_papers(case, open_.papers(came)))
    if returned:
        case = await save_case(work, case_receipt.give_back(case, returned, open_.by.day))
    if with_receipt:
        await issue_receipt(work, case, open_.item, open_.hall)
    return await work.u.reads.case(number)


@use_case
async def supplement_case(
    work: Work,
    number: str,
    brought: frozenset[int],
    handed_in: tuple[HandedIn, ...] = (),
    with_receipt: bool = False,
) -> CasePage:
    """Tick off what was told to be missing and has come now; with the last of it the case can be accepted."""
    open_ = await take_case(work, number)
    papers = handed_in or tuple(HandedIn(material) for material in sorted(brought))
    change = case_receipt.supplement(open_.case, brought, open_.papers(papers), open_.by)
    case = await save_case(work, change)
    if with_receipt:
        await issue_receipt(work, case, open_.item, open_.hall)
    return await work.u.reads.case(number)


@use_case
async def accept_case(
    work: Work,
    number: str,
    limit_days: Decimal | None = None,
    is_joint: bool = False,
    promised: Promised | None = None,
) -> CasePage:
    """Take it on. With a pledge (容缺受理) materials that may be late follow by a day.

    Raises:
        RuleBroken: something is outstanding, no limit is known, or a pledged material may not be late.
    """
    open_ = await take_case(work, number)
    limit = limit_of(open_.item, open_.case.situation, is_joint=is_joint, said=limit_days)
    pledge = _pledge(open_, promised) if promised else None
    change = case_receipt.accept(open_.case, limit, open_.by, pledge=pledge, is_joint=is_joint)
    await issue_acceptance(work, await save_case(work, change), open_.item, open_.hall)
    return await work.u.reads.case(number)


@use_case
async def refuse_case(
    work: Work,
    number: str,
    reason: str,
    ground: RefusalGround = RefusalGround.OTHER,
    right_authority: str = "",
) -> CasePage:
    """Do not take it on: no permit is needed, or another authority is the right one.

    Raises:
        RuleBroken: without a reason, or without naming the right authority.
    """
    open_ = await take_case(work, number)
    refusal = Refusal(reason, ground, right_authority)
    case = await save_case(work, case_receipt.refuse(open_.case, refusal, open_.by))
    await issue_refusal(work, case, open_.item, open_.hall, refusal)
    return await work.u.reads.case(number)


@use_case
async def keep_pledge(work: Work, number: str, handed_in: tuple[HandedIn, ...] = ()) -> CasePage:
    """What was pledged has come."""
    open_ = await take_case(work, number)
    pledged = open_.case.pledge.materials if open_.case.pledge else ()
    papers = handed_in or tuple(HandedIn(material) for material in pledged)
    await save_case(work, case_receipt.keep_pledge(open_.case, open_.papers(papers), open_.by))
    return await work.u.reads.case(number)


async def applicant_of(work: Work, applying: Applying) -> Applicant:
    """Who applies, checked and protected.

    Raises:
        BadInput: a number that is no identity number, phone or organisation's code, or a name that no font can
            print.
        RuleBroken: an organisation's code without its name.
    """
    person, agent = [
        await person_on_paper(work, typed.name, typed.identity, typed.phone)
        for typed in (applying.person, applying.agent)
    ]
    organisation = None
    if applying.organisation_code.strip() and not applying.organisation.strip():
        raise RuleBroken("case.rule.name_organisation")
    if name := applying.organisation.strip():
        await work.ports.must_be_printable(name)
        code = applying.organisation_code
        checked = work.ports.organisation_code(code) if code.strip() else None
        organisation = Organisation(name, checked)
    return Applicant(person, organisation, None if applying.agent == ANYBODY else agent)


def _pledge(open_: OpenCase, promised: Promised) -> Pledge:
    """Only what the item says may be late (容缺)."""
    open_.must_ask_for(promised.materials)
    by_number = {m.number: m for m in open_.case.asked(open_.item)}
    strict = sorted(n for n in promised.materials if not by_number[n].may_be_late)
    if strict or not promised.materials:
        raise RuleBroken("case.rule.may_not_be_late", numbers=", ".join(map(str, strict)))
    if promised.by < open_.by.day:
        raise RuleBroken("case.rule.pledge_past", day=promised.by)
    return Pledge(tuple(sorted(promised.materials)), Due(promised.by), said(promised.form))
