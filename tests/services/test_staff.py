"""Who works in the hall, and who is let in."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.bootstrap import init_database, open_hall
from app.domain.errors import BadInput, NotFound, NotPermitted
from app.domain.staff import Permission, Role, StaffState
from app.services.counters import close_counter, open_counter
from app.services.sign_in import must_still_work, sign_in
from app.services.staff import add_staff, disable_staff, reset_password
from db.tables import audit_entries
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


@dataclass
class Asked:
    """Passwords that remember what they were compared with."""

    hashes: list[str | None] = field(default_factory=list)

    async def hash(self, password: str) -> str:
        return password

    async def verify(self, hash_: str | None, password: str) -> bool:
        self.hashes.append(hash_)
        return False


async def test_a_wrong_number_and_a_wrong_password_are_told_alike_and_cost_as_much(hall: HallAtWork) -> None:
    passwords = Asked()
    for number in ("9999", CLERK):
        with refused("staff.rule.wrong_password", NotPermitted):
            await sign_in(replace(hall.ports, passwords=passwords), number, "sample")
    assert [hashed is None for hashed in passwords.hashes] == [True, False]


async def test_who_is_turned_away_is_written_down_without_what_was_typed(hall: HallAtWork) -> None:
    turned_away = (
        ("geheim", "sample", "staff.rule.wrong_password"),
        (CLERK, "wrong", "staff.rule.wrong_password"),
        (CLERK, "sample", "staff.rule.not_here"),
    )
    for number, password, why in turned_away:
        with refused(why, NotPermitted):
            await sign_in(hall.ports, number, password, "导办台", Permission.ISSUE)
    async with hall.ports.uow() as u:
        place = (await u.hall.get()).id
        failed = select(audit_entries).where(audit_entries.c.action == "sign_in_failed")
        entries = (await u._t.execute(failed.order_by(audit_entries.c.seq))).all()  # type: ignore[attr-defined]
    clerk = hall.staff[CLERK].staff
    assert [(e.subject, e.facts["why"]) for e in entries] == [
        (place, "staff.rule.wrong_password"),
        (clerk, "staff.rule.wrong_password"),
        (clerk, "staff.rule.not_here"),
    ]
    assert {(e.actor_number, e.facts["station"]) for e in entries} == {(None, "导办台")}
    assert "geheim" not in str(entries)


async def test_before_a_hall_is_set_up_nobody_is_let_in(empty_database: str, tmp_path: Path) -> None:
    await init_database(empty_database, tmp_path / "hall.key")
    async with open_hall(empty_database, tmp_path / "hall.key", "desk", "zh") as opened:
        with refused("staff.rule.wrong_password", NotPermitted):
            await sign_in(opened.ports, CLERK, "sample")
