"""What a member of staff still has: said when that person can no longer sign in, so that somebody gives it away."""

from dataclasses import dataclass

from app.ports.queries import ExceptionQuery
from app.ports.rating_queries import FollowUpQuery
from app.services.use_case import Ports

_ALL = 100_000


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """How many open exception cases, parts of others' cases, and follow-ups of bad ratings are somebody's."""

    exceptions: int
    parts: int
    follow_ups: int

    @property
    def any(self) -> bool:
        """Whether there is something to give to somebody else."""
        return self != LeftOpen(0, 0, 0)


async def left_open(ports: Ports, number: str) -> LeftOpen:
    """What is open and somebody's (staff number). Raises ``DatabaseAway``."""
    cases = await ports.readers.exceptions(ExceptionQuery(limit=_ALL))
    follow_ups = await ports.readers.follow_ups(FollowUpQuery(handler=number, limit=_ALL))
    return LeftOpen(
        exceptions=sum(case.owner == number for case in cases),
        parts=sum(number in case.supporters for case in cases),
        follow_ups=len(follow_ups),
    )
