"""Codes that a list is asked for: one that nobody knows is a slip of the pen, and no empty list."""

from app.domain.errors import NotFound, RuleBroken
from app.domain.exception_category import hall_categories
from app.services.policy import hall_policy
from app.services.use_case import Ports


async def must_be_known(
    ports: Ports,
    *,
    department: str | None = None,
    category: str | None = None,
    item: str | None = None,
    handler: str | None = None,
) -> None:
    """Refuse codes that the hall does not have, where nothing was found for them; an empty one means none.

    Raises:
        RuleBroken: no such department, or no such category, with those that there are.
        NotFound: no such item or member of staff.
    """
    if department and department not in {row.code for row in await ports.readers.departments()}:
        raise RuleBroken("staff.rule.no_department", department=department)
    if category is not None:
        known = [one.code for one in hall_categories((await hall_policy(ports)).exception_categories)]
        if category not in known:
            raise RuleBroken("exception.rule.category", category=category, offered=", ".join(known))
    if item is not None:
        await ports.readers.item(item)
    if handler is not None and handler not in {row.number for row in await ports.readers.staff()}:
        raise NotFound("staff.rule.none", number=handler)
