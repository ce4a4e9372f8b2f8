"""The applicant of a case completed or corrected, while the case goes on."""

from dataclasses import dataclass, replace

from app.domain.applicant import Applicant, ApplicantAction, Organisation
from app.domain.errors import RuleBroken
from app.domain.person import NOBODY, Person
from app.ports.rows import CasePage
from app.services.case_intake import NOT_SAID, Applying, applicant_of
from app.services.case_keys import keys_of
from app.services.case_of_errand import save_case
from app.services.open_case import take_case
from app.services.use_case import Work, use_case


@dataclass(frozen=True, slots=True)
class Correction:
    """What is typed takes the place of what was known, what is left empty stays.

    ``drops_organisation``: a person applies after all. ``drops_agent``: nobody acts for the applicant.
    """

    applying: Applying = NOT_SAID
    drops_organisation: bool = False
    drops_agent: bool = False


@use_case
async def correct_applicant(work: Work, number: str, correction: Correction) -> CasePage:
    """Complete or correct who applies; papers that were issued keep what they said.

    Raises:
        BadInput: a number that is no identity number, phone or organisation's code.
        RuleBroken: the case is over, nothing is said, or an organisation's code without its name.
    """
    open_ = await take_case(work, number)
    if not open_.case.is_open:
        raise RuleBroken("case.rule.closed", number=number)
    if correction == Correction():
        raise RuleBroken("case.rule.nothing_corrected")
    before = open_.case.applicant
    applicant = _corrected(before, await applicant_of(work, _named(correction.applying, before)), correction)
    case = replace(open_.case, applicant=applicant)
    event = case.event(ApplicantAction.CORRECT, changed=", ".join(_changed(before, applicant)))
    await work.u.cases.find_by(case.id, keys_of(case, work.ports.protector))
    await save_case(work, (case, (event,)))
    return await work.u.reads.case(number)


def _named(applying: Applying, before: Applicant) -> Applying:
    """A code alone belongs to the organisation that is known."""
    if applying.organisation.strip() or before.organisation is None:
        return applying
    return replace(applying, organisation=before.organisation.name)


def _corrected(before: Applicant, typed: Applicant, correction: Correction) -> Applicant:
    agent = None
    if not correction.drops_agent and (before.agent or typed.agent):
        agent = _merged(before.agent or NOBODY, typed.agent or NOBODY)
    organisation = None if correction.drops_organisation else _organisation(before, typed)
    return Applicant(_merged(before.person, typed.person), organisation, agent)


def _organisation(before: Applicant, typed: Applicant) -> Organisation | None:
    if typed.organisation is None or before.organisation is None:
        return typed.organisation or before.organisation
    return replace(typed.organisation, code=typed.organisation.code or before.organisation.code)


def _merged(before: Person, typed: Person) -> Person:
    return Person(typed.name or before.name, typed.identity or before.identity, typed.phone or before.phone)


def _changed(before: Applicant, after: Applicant) -> list[str]:
    """Which parts, in words of the trail; never what they say."""
    was, now = before.agent or NOBODY, after.agent or NOBODY
    parts = {
        "organisation": before.organisation != after.organisation,
        "name": before.person.name != after.person.name,
        "identity": before.person.identity != after.person.identity,
        "phone": before.person.phone != after.person.phone,
        "agent": was != now,
    }
    return [part for part, is_changed in parts.items() if is_changed]
