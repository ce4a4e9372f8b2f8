"""The authority of an item."""

from app.domain.catalogue import ServiceItem
from app.domain.hall import Department
from app.services.use_case import Work


async def department_of(work: Work, item: ServiceItem) -> Department:
    """The authority that an item belongs to."""
    return next(d for d in await work.u.hall.departments() if d.id == item.department)
