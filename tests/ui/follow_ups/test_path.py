"""A bad rating goes its way to the end, each step taken by whoever may take it."""

from datetime import date

from app.domain.follow_up_table import AppealState, FollowUpAction, FollowUpState
from app.domain.message import Message
from app.services import rating_views as views
from app.services.follow_ups import appeal_rating, assign_follow_up
from app.services.issue_ticket import ANYBODY
from tests.services.at_work import CLERK, MATE, SUPERVISOR, HallAtWork
from tests.services.test_ratings import closed_at_once
from tests.ui.follow_ups.office import Office
from tests.ui.follow_ups.rated import rated
from ui.follow_ups import rules
from ui.follow_ups.drafts import Appeal
from ui.follow_ups.state import Pane, Scope

_A, _S = FollowUpAction, FollowUpState


def offered(office: Office) -> dict[FollowUpAction, bool]:
    """The steps that are offered, and whether this person may take them."""
    return {offer.action: offer.barred is None for offer in rules.offers(office.state)}


async def test_from_the_rating_to_the_file(office: Office, hall: HallAtWork) -> None:
    number = await rated(hall)
    await office.look_at(number)
    await office.choose(_A.ASSIGN, "请当天联系", handler=MATE)
    assert office.page.row.owner == MATE

    await office.work_as(MATE)
    await office.look_at(number)
    await office.act("本人说材料清单没讲清")
    assert office.page.row.state is _S.CONTACTED
    await office.act("重新讲解，清单已改")

    await office.work_as(SUPERVISOR)
    await office.look_at(number)
    await office.act(satisfied=False)
    assert (office.page.row.next_step, office.page.row.state) == (_A.REWORK, _S.ASKED)
    await office.act()
    await office.work_as(MATE)
    await office.look_at(number)
    await office.act("又讲了一遍")
    await office.work_as(SUPERVISOR)
    await office.look_at(number)
    await office.act(satisfied=True)
    await office.act()
    assert office.page.row.state is _S.CLOSED
    assert [step.action for step in office.page.steps] == [
        _A.OPEN, _A.ASSIGN, _A.CONTACT, _A.PUT_RIGHT, _A.ASK, _A.REWORK, _A.PUT_RIGHT, _A.ASK, _A.CLOSE,
    ]  # fmt: skip
    assert [message.code for message in office.view.said] == ["worklist.done"] * 8


async def test_what_is_lacking_is_said_and_nothing_is_chosen_for_anybody(
    office: Office, hall: HallAtWork
) -> None:
    number = await rated(hall)
    await office.look_at(number)
    assert (await office.act()).problem == Message("follow_up.rule.say_why")
    assert (await office.choose(_A.ASSIGN)).problem == Message("follow_ups.lacking.handler")
    await office.choose(_A.CONTACT, "打了电话")
    await office.act("改了")
    assert (await office.act()).problem == Message("follow_ups.lacking.satisfied")


async def test_a_complex_one_has_longer(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await rated(hall))
    await office.act("打了电话")
    assert (office.page.row.due.day, office.state.days_left) == (date(2026, 3, 25), 5)  # type: ignore[union-attr]
    await office.choose(_A.EXTEND, "牵涉三个部门")
    assert (office.page.row.is_complex, office.state.days_left) == (True, 15)
    assert _A.EXTEND not in offered(office)


async def test_who_left_no_phone_is_not_asked(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await rated(hall, visitor=ANYBODY))
    await office.act("没有留电话")
    await office.act("改了流程")
    assert (office.page.row.next_step, office.page.is_reachable) == (_A.CLOSE, False)
    await office.act()
    assert office.page.row.state is _S.CLOSED


async def test_the_rated_clerk_is_offered_nothing_but_the_appeal(office: Office, hall: HallAtWork) -> None:
    number = await rated(hall)
    state = await office.work_as(CLERK)
    office.presenter.listing.show(Scope.ALL)
    await office.until(lambda s: s.scope is Scope.ALL)
    assert (state.rows, office.state.rows) == ((), ())
    office.presenter.listing.open(number)
    refused = await office.until(lambda s: s.problem is not None)
    assert (refused.page, refused.wanted) == (None, None)
    assert refused.problem is not None
    assert refused.problem.code == "follow_up.rule.none"
    assert rules.may_appeal(office.state)


async def test_an_appeal_is_lodged_by_number_and_reviewed_by_others(office: Office, hall: HallAtWork) -> None:
    number = await rated(hall)
    hall.pass_time(hours=24)
    await office.work_as(CLERK)
    appealing = office.presenter.appealing
    appealing.open()
    appealing.lodge()
    assert office.state.problem == Message("follow_ups.lacking.number")
    appealing.write(Appeal(number, "叫号系统坏了，不是我让人等"))
    appealing.lodge()
    await office.until(lambda s: not s.busy and s.pane is None)
    assert office.view.said[-1].code == "follow_ups.appealed"
    assert office.state.appeal.reason == ""

    await office.work_as(SUPERVISOR)
    await office.look_at(number)
    assert office.page.row.appeal is AppealState.LODGED
    assert offered(office)[rules.REVIEW]
    assert (await office.choose(rules.REVIEW, "看了录像")).problem == Message("follow_ups.lacking.upheld")
    await office.act("看了录像", upheld=False)
    assert office.page.row.appeal is AppealState.DISMISSED
    assert office.view.said[-1].params["action"] is _A.DISMISS


async def test_who_handles_it_does_not_review_the_appeal(office: Office, hall: HallAtWork) -> None:
    number = await rated(hall)
    hall.pass_time(hours=24)
    await office.look_at(number)
    await office.act("打了电话")  # and has it from now on
    await office.work_as(CLERK)
    office.presenter.appealing.write(Appeal(number, "不是我"))
    office.presenter.appealing.lodge()
    await office.until(lambda s: not s.busy and s.appeal.number == "")
    await office.work_as(SUPERVISOR)
    await office.look_at(number)
    assert offered(office)[rules.REVIEW] is False


async def test_the_appeal_against_what_is_on_file_waits_for_who_did_not_handle_it(
    office: Office, hall: HallAtWork
) -> None:
    number = await closed_at_once(hall)
    hall.pass_time(hours=24)
    await hall.do(CLERK, appeal_rating, number, "不是我")
    await office.work_as(MATE)
    office.presenter.read_again()
    await office.until(lambda s: s.rows)
    assert rules.listed(office.state) == (), "the handler has nothing more to do"
    await office.work_as(SUPERVISOR)
    (row,) = rules.listed(office.state)
    assert (row.number, rules.is_with_office(row)) == (number, True)
    await office.look_at(number)
    assert offered(office) == {rules.REVIEW: True, _A.NOTE: True}
    assert rules.action_of(office.state) is rules.REVIEW
    await office.act("看了录像", upheld=True)
    assert (office.page.row.state, rules.offers(office.state)) == (FollowUpState.CLOSED, ())


async def test_an_appeal_being_written_is_seen_by_its_writer_alone(office: Office, hall: HallAtWork) -> None:
    await office.work_as(CLERK)
    office.presenter.appealing.open()
    office.presenter.appealing.write(Appeal("差评〔2026〕0001", "不是我"))
    await office.work_as(MATE)
    assert (office.state.appeal.reason, office.state.pane) == ("", None)
    await office.work_as(CLERK)
    office.presenter.appealing.open()
    assert (office.state.appeal.reason, office.state.pane) == ("不是我", Pane.APPEAL)


async def test_whom_to_call_is_read_for_a_while_and_written_down(office: Office, hall: HallAtWork) -> None:
    number = await rated(hall)
    await office.look_at(number)
    assert office.page.phone == "138****0001"
    office.presenter.acting.reveal()
    state = await office.until(lambda s: s.revealed is not None)
    assert state.revealed is not None
    assert state.revealed.phone == "13800000001"
    await office.work_as(MATE)
    assert office.state.revealed is None


async def test_who_was_rated_sees_figures_of_the_days_before_alone(office: Office, hall: HallAtWork) -> None:
    await rated(hall, comment="态度生硬")
    await office.work_as(CLERK)
    state = await office.until(lambda s: s.own is not None)
    assert state.own is not None
    assert (state.own.counts.total, state.rows) == (0, ())
    hall.pass_time(hours=24)
    office.presenter.read_again()
    await office.until(lambda s: s.own is not None and s.own.counts.too_few)


async def test_who_is_at_no_counter_is_told_no_figures_of_their_own(office: Office, hall: HallAtWork) -> None:
    number = await rated(hall)
    hall.pass_time(hours=24)
    await office.look_at(number)
    assert office.state.own is None
    given = (await views.own_ratings(hall.ports, hall.staff[CLERK])).counts
    assert given.too_few
    assert rules.is_rated(hall.staff[SUPERVISOR], given), "a supervisor who took a counter is told"


async def test_what_was_given_to_somebody_else_goes_away(office: Office, hall: HallAtWork) -> None:
    number = await rated(hall)
    await office.look_at(number)
    await office.choose(_A.ASSIGN, handler=MATE)
    await office.work_as(MATE)
    await office.look_at(number)
    office.fill(text="准备打电话")
    await hall.do(SUPERVISOR, assign_follow_up, number, "0105")
    office.presenter.read_again()
    state = await office.until(lambda s: s.page is None and s.rows == ())
    assert state.wanted is None
