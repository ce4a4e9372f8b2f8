"""Who comes: checked while it is typed, read from a card, never in the way of an ordinary ticket."""

import pytest

from app.domain.person import Personal
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
