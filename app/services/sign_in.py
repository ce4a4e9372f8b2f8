"""Signing in at a station or on the command line."""

from app.domain.errors import NotPermitted
from app.domain.events import Event, Topic
from app.domain.staff import Actor, Permission, StaffAction, StaffMember, who_may
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
    known = await ports.passwords.verify(member.password_hash if member else None, password)
    try:
        admitted = _admitted(member if known else None, needs)
    except NotPermitted as error:
        await _record_failure(ports, member, station, error)
        raise
    actor = Actor(admitted.id, admitted.number, admitted.name, admitted.role, admitted.department, station)
    async with ports.uow() as u:
        u.record(actor, Event(Topic.STAFF, StaffAction.SIGN_IN, actor.staff))
        await u.commit()
    return actor


def _admitted(member: StaffMember | None, needs: Permission | None) -> StaffMember:
    """The member whose password it was, who may work there."""
    if member is None:
        raise NotPermitted("staff.rule.wrong_password")
    member.must_be_active()
    if needs is not None and member.role not in who_may(needs):
        raise NotPermitted("staff.rule.not_here", role=member.role, roles=who_may(needs))
    return member


async def _record_failure(
    ports: Ports, member: StaffMember | None, station: str, error: NotPermitted
) -> None:
    """Write down where somebody was turned away and why. A number that nobody has may be a password: it is not kept."""
    async with ports.uow() as u:
        hall = await u.hall.find()
        if hall is None:
            return
        subject = member.id if member else hall.id
        facts = {"station": station, "why": error.message.code}
        u.record(None, Event(Topic.STAFF, StaffAction.SIGN_IN_FAILED, subject, facts))
        await u.commit()


async def must_still_work(ports: Ports, actor: Actor) -> None:
    """Refuse whoever was disabled after signing in; a station asks when something about the staff has changed.

    Raises:
        NotPermitted: disabled.
    """
    async with ports.uow() as u:
        member = await u.staff.get(actor.staff)
    member.must_be_active()
