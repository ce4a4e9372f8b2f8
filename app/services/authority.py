"""Departments: the authority of an item, and the one of a code."""

from app.domain.catalogue import ServiceItem
from app.domain.errors import NotFound
from app.domain.hall import Department
from app.services.use_case import Work


async def department_of(work: Work, item: ServiceItem) -> Department:
    """The authority that an item belongs to."""
    return next(d for d in await work.u.hall.departments() if d.id == item.department)


async def department_named(work: Work, code: str) -> Department:
    """The department of a code.

    Raises:
        NotFound: there is none.
    """
    for department in await work.u.hall.departments():
        if department.code == code:
            return department
    raise NotFound("staff.rule.no_department", department=code)
