"""Giving something to somebody: only to who may handle it and works here."""

from app.domain.errors import RuleBroken
from app.domain.staff import PERMISSIONS, Permission, StaffMember, StaffState
from app.services.use_case import Work


async def able_handler(work: Work, number: str, permission: Permission, refusal: str) -> StaffMember:
    """The member of staff with this number.

    Raises:
        RuleBroken: with the code ``refusal``, where that person cannot handle it.
    """
    member = await work.u.staff.by_number(number)
    if permission not in PERMISSIONS[member.role] or member.state is StaffState.DISABLED:
        raise RuleBroken(refusal, number=number)
    return member
