"""What each action does to a ticket, above all to its place in line."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from app.domain import ticket_calls, ticket_course
from app.domain.errand import Outcome
from app.domain.ids import CaseId
from app.domain.policy import Policy, Priority
from app.domain.ticket import Change, Ticket, place_at_issue
from app.domain.ticket_course import Target
from app.domain.ticket_table import TicketAction, TicketState
from tests.domain.make import (
    CLERK,
    COUNTER,
    LINE,
    NINE,
    OTHER_CLERK,
    OTHER_COUNTER,
    OTHER_LINE,
    at,
    errand,
    minutes,
    ticket,
    ticket_in,
)
from tests.refusals import refused

POLICY = Policy()
S = TicketState


@pytest.mark.parametrize("priority", Priority)
def test_issue_gives_the_head_start_of_the_class(priority: Priority) -> None:
    gained = minutes(0 if priority is Priority.ORDINARY else 20)
    assert place_at_issue(NINE, priority, POLICY) == NINE - gained


def test_call_takes_the_ticket_to_the_counter() -> None:
    called, (event,) = ticket_calls.call(
        ticket(skip_counter=COUNTER, skip_until=at(2)), COUNTER, CLERK, at(5)
    )
    assert (called.state, called.counter, called.clerk) == (S.CALLED, COUNTER, CLERK)
    assert (called.calls, called.called_at, called.since) == (1, at(5), at(5))
    assert called.first_called_at == at(5)
    assert (called.skip_counter, called.out_of_order) == (None, None)
    assert (event.action, event.facts["number"]) == (TicketAction.CALL, "A001")


def test_call_out_of_order_is_marked_with_its_reason() -> None:
    called, (event,) = ticket_calls.call(ticket(), COUNTER, CLERK, NINE, out_of_order="带婴儿")
    assert called.out_of_order == "带婴儿"
    assert event.facts["out_of_order"] is True


def test_recall_is_counted_and_keeps_the_time_of_the_call() -> None:
    called, _ = ticket_calls.call(ticket(), COUNTER, CLERK, NINE)
    again, _ = ticket_calls.recall(called, POLICY, NINE + POLICY.recall_gap)
    assert (again.calls, again.called_at, again.since) == (2, NINE + POLICY.recall_gap, NINE)
    assert again.first_called_at == NINE


def test_recall_too_soon_is_refused() -> None:
    called, _ = ticket_calls.call(ticket(), COUNTER, CLERK, NINE)
    with refused("ticket.rule.recall_gap"):
        ticket_calls.recall(called, POLICY, NINE + POLICY.recall_gap - timedelta(milliseconds=1))


def test_start_begins_the_errand() -> None:
    started, _ = ticket_calls.start(ticket_in(S.CALLED), at(1))
    assert started.state is S.SERVING
    assert (started.errand.started_at, started.errand.counter, started.errand.clerk) == (
        at(1),
        COUNTER,
        CLERK,
    )


def test_what_was_seen_for_one_item_says_nothing_of_another() -> None:
    seen = errand("IT008", brought=frozenset({1}), not_applicable=frozenset({2}))
    corrected, _ = ticket_course.change_item(ticket_in(S.SERVING, errands=(seen,)), errand("IT009"), at(1))
    assert (corrected.errand.brought, corrected.errand.not_applicable) == (None, frozenset())


def test_wrong_item_is_corrected_in_place() -> None:
    before = ticket_in(S.SERVING, errands=(errand("IT001"), errand("IT002")))
    changed, (event,) = ticket_course.change_item(
        before, errand("IT009", OTHER_LINE, situation="补领"), at(1)
    )
    assert [e.item_code for e in changed.errands] == ["IT009", "IT002"]
    assert changed.errand.id == before.errand.id
    assert (changed.line, changed.errand.line) == (OTHER_LINE, OTHER_LINE)
    assert (changed.line_at, changed.state, changed.since) == (before.line_at, S.SERVING, before.since)
    assert (event.facts["from"], event.facts["to"]) == ("IT001", "IT009")


def test_miss_falls_a_little_behind_those_just_called() -> None:
    missed, _ = ticket_calls.miss(ticket_in(S.CALLED), POLICY, at(30), at(60))
    assert (missed.state, missed.line_at, missed.misses, missed.calls) == (S.WAITING, at(40), 1, 0)


@pytest.mark.parametrize("latest", [None, at(-30)])
def test_miss_never_gains(latest: object) -> None:
    missed, _ = ticket_calls.miss(ticket_in(S.CALLED), POLICY, latest, at(60))
    assert missed.line_at == NINE + POLICY.setback


def test_miss_is_never_later_than_now() -> None:
    missed, _ = ticket_calls.miss(ticket_in(S.CALLED), POLICY, at(30), at(35))
    assert missed.line_at == at(35)


def test_last_miss_is_out_and_keeps_its_place() -> None:
    missed, (event,) = ticket_calls.miss(ticket_in(S.CALLED, misses=1), POLICY, at(30), at(60))
    assert (missed.state, missed.line_at, missed.misses) == (S.NO_SHOW, NINE, 2)
    assert event.action is TicketAction.MISS_OUT


def test_miss_needs_enough_calls() -> None:
    with refused("ticket.rule.calls_before_miss"):
        ticket_calls.miss(ticket_in(S.CALLED, calls=2), POLICY, None, at(60))


def test_miss_of_a_waiting_ticket_says_that_it_waits() -> None:
    with refused("ticket.rule.transition"):
        ticket_calls.miss(ticket(), POLICY, None, at(60))


def test_release_keeps_the_place_and_is_skipped_here_for_a_while() -> None:
    freed, _ = ticket_calls.release(ticket_in(S.CALLED), POLICY, at(5))
    assert (freed.state, freed.line_at, freed.calls) == (S.WAITING, NINE, 0)
    assert (freed.skip_counter, freed.skip_until) == (COUNTER, at(7))


def test_finish_of_the_last_errand_finishes_the_ticket() -> None:
    done, (event,) = ticket_course.finish(ticket_in(S.SERVING), Outcome.ACCEPTED, at(9))
    assert (done.state, done.errand.outcome, done.errand.finished_at) == (S.FINISHED, Outcome.ACCEPTED, at(9))
    assert event.facts["outcome"] == "accepted"


def test_finish_goes_on_to_the_next_errand_in_its_line_and_at_its_place() -> None:
    both = (errand("IT001"), errand("IT069", OTHER_LINE))
    before = ticket_in(S.SERVING, errands=both, pinned_counter=COUNTER)
    on, (event,) = ticket_course.finish(before, Outcome.ACCEPTED, at(9))
    assert (on.state, on.line, on.line_at) == (S.WAITING, OTHER_LINE, NINE)
    assert (on.errand.item_code, on.pinned_counter, on.calls) == ("IT069", None, 0)
    assert event.action is TicketAction.NEXT_ERRAND


def test_hold_and_resume_keep_the_place() -> None:
    held, _ = ticket_course.hold(ticket_in(S.SERVING), " 去复印 ", at(5))
    assert (held.state, held.note, held.line_at) == (S.HELD, "去复印", NINE)
    resumed, _ = ticket_course.resume(held, OTHER_COUNTER, OTHER_CLERK, at(9))
    assert (resumed.state, resumed.counter, resumed.clerk) == (S.SERVING, OTHER_COUNTER, OTHER_CLERK)
    assert (resumed.note, resumed.line_at) == (None, NINE)


def test_requeue_keeps_the_place() -> None:
    back, _ = ticket_course.requeue(ticket_in(S.HELD, note="去复印"), at(30))
    assert (back.state, back.line_at, back.note, back.calls) == (S.WAITING, NINE, None, 0)


@pytest.mark.parametrize("state", [S.CALLED, S.SERVING])
def test_transfer_to_a_line_keeps_the_place(state: TicketState) -> None:
    sent, _ = ticket_course.transfer(ticket_in(state), Target(line=OTHER_LINE), "要先交税", POLICY, at(5))
    assert (sent.state, sent.line, sent.line_at) == (S.WAITING, OTHER_LINE, NINE)
    assert (sent.errand.line, sent.note) == (OTHER_LINE, "要先交税")
    assert (sent.skip_counter, sent.skip_until) == (COUNTER, at(7))


def test_transfer_to_a_counter_or_a_person_pins_the_ticket() -> None:
    to_counter, _ = ticket_course.transfer(
        ticket_in(S.SERVING), Target(counter=OTHER_COUNTER), "原窗口", POLICY, at(5)
    )
    to_person, _ = ticket_course.transfer(
        ticket_in(S.SERVING), Target(clerk=OTHER_CLERK), "原经办人", POLICY, at(5)
    )
    assert (to_counter.pinned_counter, to_counter.pinned_clerk, to_counter.line) == (
        OTHER_COUNTER,
        None,
        LINE,
    )
    assert (to_person.pinned_counter, to_person.pinned_clerk) == (None, OTHER_CLERK)


@pytest.mark.parametrize("parts", [{}, {"line": LINE, "counter": COUNTER}])
def test_a_transfer_has_one_target(parts: dict[str, object]) -> None:
    with refused("ticket.rule.one_target"):
        Target(**parts)


@pytest.mark.parametrize("state", [S.CALLED, S.SERVING, S.HELD])
def test_abandon_ends_what_is_open_as_left(state: TicketState) -> None:
    done = errand("IT001", outcome=Outcome.ACCEPTED)
    left, _ = ticket_course.abandon(ticket_in(state, errands=(done, errand("IT002"))), at(5))
    assert left.state is S.CANCELLED
    assert [e.outcome for e in left.errands] == [Outcome.ACCEPTED, Outcome.LEFT]


def test_cancel_says_why() -> None:
    gone, _ = ticket_calls.cancel(ticket(), "取错", at(5))
    assert (gone.state, gone.errand.outcome, gone.note) == (S.CANCELLED, Outcome.LEFT, "取错")
    with refused("ticket.rule.cancel_reason"):
        ticket_calls.cancel(ticket(), "  ", at(5))


def test_transfer_says_why() -> None:
    sent, _ = ticket_course.transfer(
        ticket_in(S.SERVING), Target(line=OTHER_LINE), " 应到不动产 ", POLICY, at(5)
    )
    assert sent.note == "应到不动产"
    with refused("ticket.rule.transfer_reason"):
        ticket_course.transfer(ticket_in(S.SERVING), Target(line=OTHER_LINE), " ", POLICY, at(5))


def test_no_words_go_into_the_audit_trail() -> None:
    """It is never changed: what was typed freely could not be erased from it."""
    typed = "带婴儿的张三"
    told = [
        ticket_calls.call(ticket(), COUNTER, CLERK, NINE, out_of_order=typed),
        ticket_course.hold(ticket_in(S.SERVING), typed, at(5)),
        ticket_course.transfer(ticket_in(S.SERVING), Target(line=OTHER_LINE), typed, POLICY, at(5)),
        ticket_calls.cancel(ticket(), typed, at(5)),
    ]
    assert all(typed not in str(event.facts) for _, events in told for event in events)


def test_revive_goes_behind_everybody_and_starts_anew() -> None:
    out = ticket_in(S.NO_SHOW, misses=2)
    back, _ = ticket_calls.revive(out, out.day, at(90))
    assert (back.state, back.line_at, back.misses, back.calls) == (S.WAITING, at(90), 0, 0)


def test_revive_is_for_the_same_day() -> None:
    out = ticket_in(S.NO_SHOW)
    with refused("ticket.rule.revive_day"):
        ticket_calls.revive(out, out.day + timedelta(days=1), at(90))


def finished() -> Ticket:
    done, _ = ticket_course.finish(ticket_in(S.SERVING), Outcome.ACCEPTED, NINE)
    return done


@pytest.mark.parametrize(("busy", "state"), [(False, S.SERVING), (True, S.HELD)])
def test_undo_takes_the_last_finish_back(busy: bool, state: TicketState) -> None:
    back, _ = ticket_course.undo_finish(finished(), CLERK, POLICY, at(5), counter_busy=busy)
    assert (back.state, back.errand.outcome, back.errand.is_open) == (state, None, True)


def test_undo_is_for_the_same_clerk_within_minutes() -> None:
    with refused("ticket.rule.undo_clerk"):
        ticket_course.undo_finish(finished(), OTHER_CLERK, POLICY, at(1), counter_busy=False)
    with refused("ticket.rule.undo_late"):
        ticket_course.undo_finish(finished(), CLERK, POLICY, at(5.01), counter_busy=False)


def test_reprint_is_counted_in_any_state() -> None:
    again, (event,) = ticket_in(S.FINISHED, reprints=1).reprint()
    assert (again.reprints, event.facts["count"], again.state) == (2, 2, S.FINISHED)


def test_the_present_errand_is_the_first_open_one() -> None:
    done, open_ = errand("IT001", outcome=Outcome.ACCEPTED), errand("IT002")
    assert ticket(errands=(done, open_)).errand == open_
    assert not ticket(errands=(done, open_)).has_more
    assert ticket(errands=(done,)).errand == done
    assert ticket(errands=(open_, replace(open_, id=errand().id))).has_more


def test_an_item_with_an_application_stays() -> None:
    received = ticket_in(S.SERVING, errands=(errand(case=CaseId(UUID(int=51))),))
    with refused("ticket.rule.has_case"):
        ticket_course.change_item(received, errand("IT009"), NINE)


def test_a_test_ticket_is_never_called() -> None:
    with refused("ticket.rule.test_ticket"):
        ticket_calls.call(ticket(is_test=True), COUNTER, CLERK, NINE)


def test_whoever_takes_over_is_written_down_from_the_start_of_service() -> None:
    called = ticket_in(S.CALLED).pass_to(OTHER_CLERK)
    assert (called.clerk, called.errand.clerk) == (OTHER_CLERK, None)
    started, _ = ticket_calls.start(called, NINE)
    assert started.pass_to(CLERK).errand.clerk == CLERK


def test_what_is_unpinned_is_for_anybody() -> None:
    free, (event,) = ticket_calls.unpin(ticket(pinned_counter=COUNTER, pinned_clerk=CLERK))
    assert (free.pinned_counter, free.pinned_clerk) == (None, None)
    assert event.action is TicketAction.UNPIN


@pytest.mark.parametrize(
    "back",
    [
        lambda: ticket_course.requeue(ticket_in(S.HELD, pinned_counter=COUNTER, pinned_clerk=CLERK), NINE),
        lambda: ticket_calls.revive(
            ticket_in(S.NO_SHOW, pinned_counter=COUNTER, pinned_clerk=CLERK), NINE.date(), NINE
        ),
    ],
    ids=["requeue", "revive"],
)
def test_who_comes_back_waits_for_nobody_who_may_have_gone(back: Callable[[], Change]) -> None:
    waiting, _ = back()
    assert (waiting.state, waiting.pinned_counter, waiting.pinned_clerk) == (S.WAITING, None, None)


def test_a_change_of_clerk_leaves_no_pin_to_the_one_who_left() -> None:
    assert ticket_in(S.CALLED, pinned_clerk=CLERK).pass_to(OTHER_CLERK).pinned_clerk is None


def test_errands_after_the_present_one_end_with_the_day() -> None:
    before = ticket_in(S.SERVING, errands=(errand(outcome=Outcome.ACCEPTED), errand(), errand()))
    ended = ticket_course.without_following(before, at(1))
    assert [e.outcome for e in ended.errands] == [Outcome.ACCEPTED, None, Outcome.LEFT]
    assert not ended.has_more


def test_one_place_is_one_counter_and_nobody_sent_on() -> None:
    here, _ = ticket_calls.start(ticket_in(S.CALLED), at(1))
    assert (here.errand.counter, here.errand.moved) == (COUNTER, False)
    assert not here.pass_to(OTHER_CLERK).errand.moved
    for state in (S.CALLED, S.SERVING):
        sent, _ = ticket_course.transfer(ticket_in(state), Target(line=OTHER_LINE), "要先交税", POLICY, at(5))
        assert sent.errand.moved
    held, _ = ticket_course.hold(here, "复印", at(5))
    back, _ = ticket_course.requeue(held, at(6))
    for counter in (COUNTER, OTHER_COUNTER):
        again, _ = ticket_calls.call(back, counter, CLERK, at(7))
        assert ticket_calls.start(again, at(8))[0].errand.moved is (counter is OTHER_COUNTER)


def test_the_next_errand_begins_at_its_own_place() -> None:
    sent, _ = ticket_course.transfer(
        ticket_in(S.SERVING, errands=(errand("IT001"), errand("IT002"))),
        Target(line=OTHER_LINE),
        "要先交税",
        POLICY,
        at(5),
    )
    assert [e.moved for e in sent.errands] == [True, False]


def test_a_trip_for_a_case_that_is_there() -> None:
    case = CaseId(UUID(int=7))
    taken, events = ticket_course.take_up(ticket_in(S.SERVING), case, at(5))
    assert (taken.state, taken.errand.case, taken.since) == (S.SERVING, case, ticket_in(S.SERVING).since)
    assert (events[0].action, events[0].facts["case"]) == (TicketAction.LINK_CASE, str(case))
    with refused("ticket.rule.transition"):
        ticket_course.take_up(ticket_in(S.CALLED), case, at(5))
