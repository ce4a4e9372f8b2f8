"""Who may sit at the guide desk: whoever may issue, and nobody who would fail at every step."""

import pytest

from app.domain.message import Message
from app.domain.staff import Role
from app.texts import Texts
from tests.ui.guide_desk.desk_at_work import DeskAtWork
from tests.ui.guide_desk.morning import CLERK, GUIDE

PASSWORD = "sample"
SUPERVISOR, ADMINISTRATOR = "0002", "0001"


@pytest.mark.parametrize("number", [GUIDE, SUPERVISOR])
async def test_who_may_issue_is_let_in(desk: DeskAtWork, number: str) -> None:
    desk.presenter.signing.sign_out()
    desk.presenter.signing.sign_in(number, PASSWORD)
    state = await desk.settled()
    assert state.actor is not None
    assert state.actor.number == number


@pytest.mark.parametrize(("number", "role"), [(CLERK, Role.CLERK), (ADMINISTRATOR, Role.ADMINISTRATOR)])
async def test_who_may_not_issue_is_told_who_may(desk: DeskAtWork, number: str, role: Role) -> None:
    desk.presenter.signing.sign_out()
    desk.presenter.signing.sign_in(number, PASSWORD)
    state = await desk.settled()
    assert state.actor is None
    may = (Role.SUPERVISOR, Role.GUIDE)
    assert state.signing_in.problem == Message("staff.rule.not_here", {"role": role, "roles": may})
    assert "值班长、导办台" in Texts("zh")(state.signing_in.problem)


async def test_a_wrong_password_tells_nothing_of_the_role(desk: DeskAtWork) -> None:
    desk.presenter.signing.sign_out()
    desk.presenter.signing.sign_in(CLERK, "wrong")
    state = await desk.settled()
    assert state.signing_in.problem == Message("staff.rule.wrong_password")
