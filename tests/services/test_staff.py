"""Who works in the hall, and who is let in."""

import pytest

from app.domain.errors import BadInput, NotFound, NotPermitted
from app.domain.staff import Role, StaffState
from app.services.counters import close_counter, open_counter
from app.services.sign_in import must_still_work, sign_in
from app.services.staff import add_staff, disable_staff, reset_password
from tests.refusals import refused
from tests.services.at_work import ADMINISTRATOR, CLERK, COUNTER, HallAtWork


async def test_somebody_new_signs_in(hall: HallAtWork) -> None:
    row = await hall.do(ADMINISTRATOR, add_staff, " 0200 ", " 赵敏 ", Role.CLERK, "geheim", "BDC")
    assert (row.number, row.name, row.state) == ("0200", "赵敏", StaffState.ACTIVE)
    actor = await sign_in(hall.ports, "0200", "geheim", "窗口 2")
    assert (actor.number, actor.role, actor.station) == ("0200", Role.CLERK, "窗口 2")
    assert actor.department == hall.staff[CLERK].department


@pytest.mark.parametrize("number", ["0102", " 0102 "])
async def test_a_number_is_given_once(hall: HallAtWork, number: str) -> None:
    with refused("staff.rule.number_taken", number="0102"):
        await hall.do(ADMINISTRATOR, add_staff, number, "赵敏", Role.CLERK, "geheim")


@pytest.mark.parametrize(
    ("number", "name", "password", "department", "code"),
    [
        (" ", "赵敏", "geheim", None, "staff.input.number_and_name"),
        ("0200", " ", "geheim", None, "staff.input.number_and_name"),
        ("0200", "赵敏", "short", None, "staff.input.short_password"),
        ("0200", "赵敏", "geheim", "XX", "staff.rule.no_department"),
    ],
)
async def test_what_is_typed_is_checked(
    hall: HallAtWork, number: str, name: str, password: str, department: str | None, code: str
) -> None:
    with refused(code, BadInput if ".input." in code else NotFound.__mro__[1]):
        await hall.do(ADMINISTRATOR, add_staff, number, name, Role.CLERK, password, department)
    with refused("staff.rule.none", NotFound):
        await hall.do(ADMINISTRATOR, disable_staff, "0200")


async def test_a_new_password_replaces_the_old_one(hall: HallAtWork) -> None:
    await hall.do(ADMINISTRATOR, reset_password, CLERK, "another")
    with refused("staff.rule.wrong_password", NotPermitted):
        await sign_in(hall.ports, CLERK, "sample")
    assert (await sign_in(hall.ports, f" {CLERK} ", "another")).number == CLERK
    with refused("staff.input.short_password", BadInput, least=6):
        await hall.do(ADMINISTRATOR, reset_password, CLERK, "short")


async def test_who_is_disabled_is_not_let_in(hall: HallAtWork) -> None:
    await hall.open(COUNTER)
    with refused("staff.rule.at_counter", counter=COUNTER):
        await hall.do(ADMINISTRATOR, disable_staff, CLERK)
    await hall.do(CLERK, close_counter, COUNTER)
    assert (await hall.do(ADMINISTRATOR, disable_staff, CLERK)).state is StaffState.DISABLED
    with refused("staff.rule.disabled", NotPermitted):
        await sign_in(hall.ports, CLERK, "sample")
    with refused("staff.rule.wrong_password", NotPermitted):
        await sign_in(hall.ports, CLERK, "guess")
    with refused("staff.rule.already_disabled"):
        await hall.do(ADMINISTRATOR, disable_staff, CLERK)


async def test_who_is_disabled_after_signing_in_sits_down_nowhere(hall: HallAtWork) -> None:
    await must_still_work(hall.ports, hall.staff[CLERK])
    await hall.do(ADMINISTRATOR, disable_staff, CLERK)
    with refused("staff.rule.disabled", NotPermitted, number=CLERK):
        await must_still_work(hall.ports, hall.staff[CLERK])
    with refused("staff.rule.disabled", NotPermitted, number=CLERK):
        await hall.do(CLERK, open_counter, COUNTER)


async def test_the_administrator_stays(hall: HallAtWork) -> None:
    with refused("staff.rule.not_oneself"):
        await hall.do(ADMINISTRATOR, disable_staff, ADMINISTRATOR)


async def test_a_wrong_number_and_a_wrong_password_are_told_alike(hall: HallAtWork) -> None:
    for number, password in (("9999", "sample"), (CLERK, "wrong")):
        with refused("staff.rule.wrong_password", NotPermitted):
            await sign_in(hall.ports, number, password)
