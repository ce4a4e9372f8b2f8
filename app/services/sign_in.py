"""Signing in at a station or on the command line."""

from app.domain.errors import NotPermitted
from app.domain.events import Event, Topic
from app.domain.staff import Actor, Permission, StaffAction, who_may
from app.services.use_case import Ports


async def sign_in(
    ports: Ports, number: str, password: str, station: str = "", needs: Permission | None = None
) -> Actor:
    """The actor for a staff number and password.

    Args:
        ports: the hall.
        number: the staff number.
        password: the person's own.
        station: where; empty on the command line.
        needs: what everybody who works at the station must be permitted to do.

    Raises:
        NotPermitted: unknown number or wrong password (which of them is not told), disabled,
            or of a role that has no work at the station.
    """
    async with ports.uow() as u:
        member = await u.staff.find(number.strip())
    known = member is not None and await ports.passwords.verify(member.password_hash, password)
    if member is None or not known:
        raise NotPermitted("staff.rule.wrong_password")
    member.must_be_active()
    if needs is not None and member.role not in who_may(needs):
        raise NotPermitted("staff.rule.not_here", role=member.role, roles=who_may(needs))
    actor = Actor(member.id, member.number, member.name, member.role, member.department, station)
    async with ports.uow() as u:
        u.record(actor, Event(Topic.STAFF, StaffAction.SIGN_IN, member.id))
        await u.commit()
    return actor


async def must_still_work(ports: Ports, actor: Actor) -> None:
    """Refuse whoever was disabled after signing in; a station asks when something about the staff has changed.

    Raises:
        NotPermitted: disabled.
    """
    async with ports.uow() as u:
        member = await u.staff.get(actor.staff)
    member.must_be_active()
