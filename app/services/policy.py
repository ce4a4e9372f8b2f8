"""The hall's settings, for screens that say beforehand what the rules will allow."""

from app.domain.policy import Policy
from app.services.use_case import Ports


async def hall_policy(ports: Ports) -> Policy:
    """How this hall queues: calls before a miss, head starts, time to take a finish back."""
    async with ports.uow() as u:
        return (await u.hall.get()).policy
