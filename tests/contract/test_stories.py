"""What happened to an exception, a group of them or a bad rating is only ever added to, whatever the program does."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import Table, delete, insert, select, text, update
from uuid_utils.compat import uuid7

from app.domain.exception_group import new_group
from app.domain.exception_table import HANDLED, ExceptionState
from app.domain.ids import CauseGroupId, ExceptionCaseId
from app.ports.errors import ConcurrentChange
from db import Database
from db.errors import StatementFailed
from db.tables import exception_cases, exception_group_steps, exception_steps, follow_up_steps
from tests.contract.small_hall import CLERKS, OFFICE
from tests.contract.test_ratings import bad_rating
from tests.contract.test_rules import transaction_of
from tests.contract.test_searched_cases import a_case

AT = datetime.fromisoformat("2026-03-18T09:00:00+08:00")
STORIES = [exception_steps, exception_group_steps, follow_up_steps]


async def told(hall: Database) -> None:
    """A story of each kind."""
    async with hall.uow() as u:
        await u.exceptions.add(a_case("1", 0))
        await u.exception_groups.add(new_group(CauseGroupId(uuid7()), "G1", "证书过期", CLERKS[0].id, AT)[0])
        await u.commit()
    await bad_rating(hall)


@pytest.mark.parametrize("story", STORIES, ids=lambda table: str(table.name))
@pytest.mark.parametrize("change", ["update", "delete", "truncate", "replace"])
async def test_no_step_is_changed_or_removed(hall: Database, story: Table, change: str) -> None:
    await told(hall)
    statements = {
        "update": update(story).values(text="别的话"),
        "delete": delete(story),
        "truncate": text(f"TRUNCATE {story.name}"),
        "replace": insert(story)
        .prefix_with("OR REPLACE", dialect="sqlite")
        .from_select(story.c.keys(), select(story)),
    }
    async with hall.uow() as u:
        before = (await transaction_of(u).execute(select(story))).all()
        assert before
    async with hall.uow() as u:
        with pytest.raises((StatementFailed, ConcurrentChange)):
            await transaction_of(u).execute(statements[change])
    async with hall.uow() as u:
        assert (await transaction_of(u).execute(select(story))).all() == before


@pytest.mark.parametrize("state", HANDLED)
@pytest.mark.parametrize("lacking", ["handler", "department"])
async def test_whoever_has_an_exception_is_known(hall: Database, state: ExceptionState, lacking: str) -> None:
    known = {"handler": CLERKS[0].id, "department": OFFICE.id}
    held = replace(a_case("1", 0), id=ExceptionCaseId(uuid7()), state=state, **known)
    async with hall.uow() as u:
        await u.exceptions.add(held)
        with pytest.raises(StatementFailed):
            await u.exceptions.save(replace(held, **{lacking: None}))


async def test_nothing_rises_beyond_the_ladder(hall: Database) -> None:
    await told(hall)
    async with hall.uow() as u:
        with pytest.raises(StatementFailed):
            await transaction_of(u).execute(update(exception_cases).values(rung="ministry"))
