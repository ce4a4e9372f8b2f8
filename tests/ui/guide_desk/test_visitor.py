"""Who comes: checked while it is typed, read from a card, never in the way of an ordinary ticket."""

from datetime import UTC, date, datetime

import pytest

from app.domain.person import Personal, age_on
from app.domain.policy import Priority
from tests.ui.guide_desk.desk_at_work import DeskAtWork
from tests.ui.guide_desk.morning import TRANSFER, Morning
from ui.guide_desk.state import Pane

IDENTITY, WRONG_DIGIT = "110101199003078494", "110101199003078493"
PERMIT = "810000199408230021"


def check(desk: DeskAtWork, part: Personal) -> tuple[bool, str | None]:
    """Whether a part is in order, and the code of what is wrong with it."""
    known = desk.state.draft.visitor.checks[part]
    return known.ok, known.problem.code if known.problem else None


def test_a_half_typed_number_is_neither_right_nor_wrong(desk: DeskAtWork) -> None:
    desk.presenter.write(Personal.IDENTITY, IDENTITY[:9])
    assert check(desk, Personal.IDENTITY) == (False, None)


@pytest.mark.parametrize("number", [IDENTITY, PERMIT])
def test_a_whole_number_is_in_order(desk: DeskAtWork, number: str) -> None:
    desk.presenter.write(Personal.IDENTITY, number)
    assert check(desk, Personal.IDENTITY) == (True, None)


def test_a_wrong_check_digit_is_told_with_the_last_key(desk: DeskAtWork) -> None:
    desk.presenter.write(Personal.IDENTITY, WRONG_DIGIT)
    assert check(desk, Personal.IDENTITY) == (False, "person.rule.identity_check_digit")


def test_a_short_number_is_wrong_once_its_field_is_left(desk: DeskAtWork) -> None:
    desk.presenter.write(Personal.PHONE, "1380013")
    desk.presenter.leave(Personal.PHONE)
    assert check(desk, Personal.PHONE) == (False, "person.rule.phone")


async def test_enter_leads_to_what_is_wrong(desk: DeskAtWork, morning: Morning) -> None:
    await desk.pick(TRANSFER)
    desk.presenter.write(Personal.IDENTITY, WRONG_DIGIT)
    await desk.issue()
    assert desk.view.focus == Personal.IDENTITY
    assert await morning.tickets() == []


def test_an_emptied_field_is_no_problem(desk: DeskAtWork) -> None:
    desk.presenter.write(Personal.IDENTITY, WRONG_DIGIT)
    desk.presenter.write(Personal.IDENTITY, "")
    assert desk.state.draft.visitor.problem is None


async def test_a_card_fills_the_number_in_from_anywhere(desk: DeskAtWork, morning: Morning) -> None:
    await desk.pick(TRANSFER)
    desk.presenter.show_find()
    desk.presenter.scan(IDENTITY)
    assert desk.state.pane is Pane.TICKET
    assert check(desk, Personal.IDENTITY) == (True, None)
    assert await morning.tickets() == []  # the reader's Enter issues nothing
    await desk.issue()
    (ticket,) = await morning.tickets()
    assert ticket.identity == "11**************94"


async def test_starting_over_forgets_the_person(desk: DeskAtWork) -> None:
    await desk.pick(TRANSFER)
    desk.presenter.write(Personal.NAME, "王小敏")
    desk.presenter.start_over()
    assert desk.state.draft.visitor.name == ""
    assert desk.state.draft.errands == ()
    assert desk.view.focus == "empty search"


def elder(years: int) -> str:
    """The identity number of somebody who is so many years old today."""
    today = datetime.now(UTC).date()
    seventeen = f"110101{today.year - years:04}{today.month:02}{min(today.day, 28):02}002"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(seventeen, weights, strict=True)) % 11
    return seventeen + "10X98765432"[rest]


@pytest.mark.parametrize(("years", "priority"), [(69, Priority.ORDINARY), (71, Priority.ELDERLY)])
def test_an_elder_s_class_is_suggested_by_the_identity_number(
    desk: DeskAtWork, years: int, priority: Priority
) -> None:
    desk.presenter.write(Personal.IDENTITY, elder(years))
    assert desk.state.draft.visitor.priority is priority
    assert desk.state.draft.visitor.is_suggested is (priority is Priority.ELDERLY)


async def test_a_card_of_an_elder_suggests_the_class_and_the_ticket_has_it(
    desk: DeskAtWork, morning: Morning
) -> None:
    await desk.pick(TRANSFER)
    desk.presenter.scan(elder(75))
    await desk.issue()
    (ticket,) = await morning.tickets()
    assert ticket.priority is Priority.ELDERLY
    assert desk.state.draft.visitor.priority is Priority.ORDINARY  # the next person's


def test_the_suggestion_goes_with_the_number_and_never_over_a_choice(desk: DeskAtWork) -> None:
    desk.presenter.write(Personal.IDENTITY, elder(75))
    desk.presenter.write(Personal.IDENTITY, IDENTITY)
    assert desk.state.draft.visitor.priority is Priority.ORDINARY
    desk.presenter.write(Personal.IDENTITY, elder(75))
    desk.presenter.choose_priority(Priority.DISABLED)
    desk.presenter.leave(Personal.IDENTITY)
    desk.presenter.write(Personal.IDENTITY, elder(80))
    assert desk.state.draft.visitor.priority is Priority.DISABLED
    assert not desk.state.draft.visitor.is_suggested


@pytest.mark.parametrize(
    ("day", "years"), [(date(2026, 3, 6), 35), (date(2026, 3, 7), 36), (date(2026, 12, 31), 36)]
)
def test_a_year_is_full_on_the_birthday(day: date, years: int) -> None:
    assert age_on(day, IDENTITY) == years
    assert age_on(day, "123") is age_on(day, "110101199013078494") is None
