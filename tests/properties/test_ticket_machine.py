"""Whatever is done to a ticket, in whatever order, it stays within its table and keeps its number."""

from collections.abc import Callable
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.domain import ticket_calls, ticket_course
from app.domain.errand import Outcome
from app.domain.policy import Policy
from app.domain.ticket import Change, Ticket
from app.domain.ticket_course import Target
from app.domain.ticket_table import OPEN_STATES, TICKET_TABLE, TicketAction, TicketState
from app.domain.transitions import allowed
from tests.domain.make import (
    CLERK,
    COUNTER,
    LINE,
    NINE,
    OTHER_CLERK,
    OTHER_COUNTER,
    OTHER_LINE,
    errand,
    ticket,
)
from tests.refusals import refused

POLICY = Policy()
TARGETS = (
    Target(line=OTHER_LINE),
    Target(line=LINE),
    Target(counter=OTHER_COUNTER),
    Target(clerk=OTHER_CLERK),
)
SPENT = timedelta(hours=1)


class TicketMachine(RuleBasedStateMachine):
    """Tries every action in every state; time goes on between them."""

    @initialize(errands=st.integers(1, 3))
    def issue(self, errands: int) -> None:
        self.now: datetime = NINE
        self.ticket: Ticket = ticket("A017", errands=tuple(errand(line=LINE) for _ in range(errands)))
        self.issued = self.ticket

    def act(
        self,
        action: TicketAction,
        do: Callable[[Ticket], Change],
        *others: TicketAction,
        but: str | None = None,
    ) -> None:
        """Do it, and compare with the table; ``others`` are actions that it may turn out to be.

        ``but`` is the rule that must refuse what the table allows; without one it must be done.
        """
        before = self.ticket
        possible = {action, *others} & allowed(TICKET_TABLE, before.state)
        if not possible:
            but = "transition"
        if but is not None:
            with refused(f"ticket.rule.{but}"):
                do(before)
            return
        after, (event,) = do(before)
        assert event.action in possible
        expected = {TICKET_TABLE[before.state, TicketAction(event.action)]}
        if event.action is TicketAction.UNDO_FINISH:
            expected.add(TicketState.HELD)
        assert after.state in expected
        self.ticket = after

    @rule(seconds=st.integers(0, 1200))
    def time_goes_on(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(out_of_order=st.sampled_from([None, "带婴儿"]))
    def call(self, out_of_order: str | None) -> None:
        self.act(
            TicketAction.CALL,
            lambda t: ticket_calls.call(t, COUNTER, CLERK, self.now, out_of_order=out_of_order),
        )

    @rule()
    def recall(self) -> None:
        called = self.ticket.called_at
        fresh = called is not None and self.now - called < POLICY.recall_gap
        self.act(
            TicketAction.RECALL,
            lambda t: ticket_calls.recall(t, POLICY, self.now),
            but="recall_gap" if fresh else None,
        )

    @rule()
    def start(self) -> None:
        self.act(TicketAction.START, lambda t: ticket_calls.start(t, self.now))

    @rule(line=st.sampled_from([LINE, OTHER_LINE]))
    def change_item(self, line: object) -> None:
        self.act(
            TicketAction.CHANGE_ITEM, lambda t: ticket_course.change_item(t, errand("IT009", line), self.now)
        )

    @rule(latest=st.sampled_from([None, NINE, NINE + SPENT]))
    def miss(self, latest: datetime | None) -> None:
        early = self.ticket.calls < POLICY.calls_before_miss
        self.act(
            TicketAction.MISS,
            lambda t: ticket_calls.miss(t, POLICY, latest, self.now),
            TicketAction.MISS_OUT,
            but="calls_before_miss" if early else None,
        )

    @rule()
    def three_calls_in_vain(self) -> None:
        """Misses need calls before them, which single rules seldom line up."""
        self.call(None)
        for _ in range(2):
            self.now += POLICY.recall_gap
            self.recall()
        self.miss(None)

    @rule()
    def release(self) -> None:
        self.act(TicketAction.RELEASE, lambda t: ticket_calls.release(t, POLICY, self.now))

    @rule(outcome=st.sampled_from(Outcome))
    def finish(self, outcome: Outcome) -> None:
        self.act(
            TicketAction.FINISH,
            lambda t: ticket_course.finish(t, outcome, self.now),
            TicketAction.NEXT_ERRAND,
        )

    @rule()
    def hold(self) -> None:
        self.act(TicketAction.HOLD, lambda t: ticket_course.hold(t, "去复印", self.now))

    @rule()
    def resume(self) -> None:
        self.act(TicketAction.RESUME, lambda t: ticket_course.resume(t, OTHER_COUNTER, OTHER_CLERK, self.now))

    @rule()
    def requeue(self) -> None:
        self.act(TicketAction.REQUEUE, lambda t: ticket_course.requeue(t, self.now))

    @rule(to=st.sampled_from(TARGETS))
    def transfer(self, to: Target) -> None:
        self.act(TicketAction.TRANSFER, lambda t: ticket_course.transfer(t, to, "须先交税", POLICY, self.now))

    @rule()
    def abandon(self) -> None:
        self.act(TicketAction.ABANDON, lambda t: ticket_course.abandon(t, self.now))

    @rule()
    def cancel(self) -> None:
        self.act(TicketAction.CANCEL, lambda t: ticket_calls.cancel(t, "取错", self.now))

    @rule()
    def revive(self) -> None:
        self.act(TicketAction.REVIVE, lambda t: ticket_calls.revive(t, t.day, self.now))

    @rule(busy=st.booleans(), clerk=st.sampled_from([CLERK, OTHER_CLERK]))
    def undo_finish(self, busy: bool, clerk: object) -> None:
        self.act(
            TicketAction.UNDO_FINISH,
            lambda t: ticket_course.undo_finish(t, clerk, POLICY, self.now, counter_busy=busy),
            but=self.undo_refused(clerk),
        )

    def undo_refused(self, clerk: object) -> str | None:
        """Why this clerk may not take the finish back."""
        if self.ticket.clerk != clerk:
            return "undo_clerk"
        since = self.ticket.since
        return "undo_late" if since is None or self.now - since > POLICY.undo_within else None

    @invariant()
    def keeps_what_never_changes(self) -> None:
        kept = [(t.id, t.number, t.day, t.came, len(t.errands)) for t in (self.ticket, self.issued)]
        assert kept[0] == kept[1]

    @invariant()
    def is_nowhere_ahead_of_its_own_place_nor_behind_now(self) -> None:
        assert self.issued.line_at <= self.ticket.line_at <= max(self.now, self.issued.line_at)

    @invariant()
    def has_something_to_do_while_it_is_open(self) -> None:
        if self.ticket.state in OPEN_STATES:
            assert self.ticket.errand.is_open
        elif self.ticket.state is not TicketState.NO_SHOW:
            assert not any(e.is_open for e in self.ticket.errands)

    @invariant()
    def waits_in_the_line_of_its_present_errand(self) -> None:
        if self.ticket.state is TicketState.WAITING:
            assert self.ticket.errand.line == self.ticket.line


TestTicketMachine = TicketMachine.TestCase
TestTicketMachine.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
