"""A case taken in hand for a step: under lock, with its item, and what was handed in named as the item names it."""

from dataclasses import dataclass

from app.domain.case import By, Case
from app.domain.case_parts import Paper, PaperForm
from app.domain.catalogue import Material, ServiceItem
from app.domain.hall import Hall
from app.domain.staff import Permission
from app.services.hall_time import by_actor
from app.services.use_case import Work


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A material as it was handed in; ``copies`` None when nobody counted, ``kept`` false when given back at once.

    ``returned``: nothing came, what was kept of it is given back now.
    """

    material: int
    copies: int | None = None
    form: PaperForm | None = None
    kept: bool = True
    returned: bool = False


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case under lock, with its item, the hall and this step's author."""

    case: Case
    item: ServiceItem
    hall: Hall
    by: By

    def papers(self, handed_in: tuple[HandedIn, ...]) -> tuple[Paper, ...]:
        """What was handed in, named as the item names it.

        Raises:
            RuleBroken: a material that the item does not ask for.
        """
        asked = {m.number: m for m in self.case.asked(self.item)}
        self.must_ask_for(frozenset(paper.material for paper in handed_in))
        return tuple(_paper(asked[paper.material], paper) for paper in handed_in)

    def must_ask_for(self, numbers: frozenset[int]) -> None:
        """Refuse numbers of materials that the item does not ask for."""
        beyond = {material.number for material in self.case.beyond}
        self.item.must_ask_for(numbers - beyond, self.case.situation)


async def take_case(work: Work, number: str) -> OpenCase:
    """Lock a case for a step of the actor.

    Raises:
        NotPermitted: the role does not serve.
        NotFound: there is no such case.
    """
    work.actor.must(Permission.SERVE)
    case = await work.u.cases.by_number(number, lock=True)
    hall = await work.u.hall.get()
    by = await by_actor(work, hall, await work.u.now())
    return OpenCase(case, await work.u.catalogue.version(case.item), hall, by)


def _paper(material: Material, given: HandedIn) -> Paper:
    return Paper(material.number, material.name, material.copies_due, given.copies, given.form, given.kept)
