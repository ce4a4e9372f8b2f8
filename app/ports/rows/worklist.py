"""What a desk owes, counted."""

from dataclasses import dataclass

from app.domain.case_parts import WatchKind
from app.domain.worklist import Urgency


@dataclass(frozen=True, slots=True)
class OwedRow:
    """How many open cases wait for the same thing with the same urgency."""

    watch: WatchKind
    urgency: Urgency
    count: int
