"""A service counter (窗口): what it serves, who sits there, whether it is open."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.errors import RuleBroken
from app.domain.events import Event, Topic
from app.domain.free_text import said
from app.domain.ids import CounterId, DepartmentId, LineId, StaffId
from app.domain.transitions import next_state


class CounterState(StrEnum):
    """closed → open ⇄ paused → closed."""

    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


class CounterAction(StrEnum):
    """What a clerk does to a counter."""

    OPEN = "open"
    PAUSE = "pause"
    RESUME = "resume"
    HAND_OVER = "hand_over"
    CLOSE = "close"


COUNTER_TABLE: Mapping[tuple[CounterState, CounterAction], CounterState] = {
    (CounterState.CLOSED, CounterAction.OPEN): CounterState.OPEN,
    (CounterState.OPEN, CounterAction.PAUSE): CounterState.PAUSED,
    (CounterState.PAUSED, CounterAction.RESUME): CounterState.OPEN,
    (CounterState.OPEN, CounterAction.HAND_OVER): CounterState.OPEN,
    (CounterState.PAUSED, CounterAction.HAND_OVER): CounterState.OPEN,
    (CounterState.OPEN, CounterAction.CLOSE): CounterState.CLOSED,
    (CounterState.PAUSED, CounterAction.CLOSE): CounterState.CLOSED,
}

Change = tuple["Counter", tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class Counter:
    """One counter. ``lines`` maps the lines it serves to its preference (how much it favours each)."""

    id: CounterId
    number: int
    name: str
    department: DepartmentId | None = None
    direction: str | None = None
    lines: Mapping[LineId, timedelta] = field(default_factory=dict)
    state: CounterState = CounterState.CLOSED
    clerk: StaffId | None = None
    pause_reason: str | None = None
    since: datetime | None = None
    version: int = 1

    def serves(self, line: LineId) -> bool:
        """Whether the counter serves the line."""
        return line in self.lines

    def preference(self, line: LineId) -> timedelta:
        """By how much this counter favours the line; zero for a ticket that was pinned to it from elsewhere."""
        return self.lines.get(line, timedelta())

    def open(self, clerk: StaffId, now: datetime) -> Change:
        """Open for the clerk; the same clerk opening again changes nothing.

        Raises:
            RuleBroken: another clerk sits here (that is a change of clerk: ``hand_over``).
        """
        if self.state is not CounterState.CLOSED and self.clerk == clerk:
            return (self, ()) if self.state is CounterState.OPEN else self.resume(now)
        if self.state is not CounterState.CLOSED:
            raise RuleBroken("counter.rule.occupied", counter=self.number)
        return self._step(CounterAction.OPEN, now, clerk=clerk, pause_reason=None)

    def hand_over(self, clerk: StaffId, now: datetime) -> Change:
        """Change of clerk in mid-shift: the live ticket and the held ones stay with the counter."""
        return self._step(CounterAction.HAND_OVER, now, clerk=clerk, pause_reason=None)

    def pause(self, reason: str, now: datetime) -> Change:
        """Pause with a reason that the hall shows.

        Raises:
            RuleBroken: no reason given, or not open.
        """
        if not reason.strip():
            raise RuleBroken("counter.rule.pause_reason")
        return self._step(CounterAction.PAUSE, now, pause_reason=said(reason))

    def resume(self, now: datetime) -> Change:
        """Go on after a pause."""
        return self._step(CounterAction.RESUME, now, pause_reason=None)

    def close(self, now: datetime) -> Change:
        """Close; the clerk is free for another counter."""
        return self._step(CounterAction.CLOSE, now, clerk=None, pause_reason=None)

    def must_be_open(self) -> None:
        """Refuse to call from a counter that is not open.

        Raises:
            RuleBroken: closed or paused.
        """
        if self.state is not CounterState.OPEN:
            raise RuleBroken("counter.rule.not_open", counter=self.number, state=self.state)

    def must_be_staffed_by(self, clerk: StaffId) -> None:
        """Refuse a command of somebody who does not sit here.

        Raises:
            RuleBroken: the counter is another clerk's, or nobody's.
        """
        if self.clerk != clerk:
            raise RuleBroken("counter.rule.other_clerk", counter=self.number)

    def _step(
        self, action: CounterAction, now: datetime, *, pause_reason: str | None, clerk: StaffId | None = None
    ) -> Change:
        state = next_state(COUNTER_TABLE, self.state, action, "counter")
        keeps_clerk = action in (CounterAction.PAUSE, CounterAction.RESUME)
        changed = replace(
            self,
            state=state,
            clerk=self.clerk if keeps_clerk else clerk,
            pause_reason=pause_reason,
            since=now,
        )
        return changed, (Event(Topic.COUNTERS, action, self.id, {"counter": self.number}),)
