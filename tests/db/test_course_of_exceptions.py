"""What steps changed is filled in where an older database is certain of it, and nothing is made up."""

from datetime import UTC, date, datetime
from uuid import UUID

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, insert, select

from db.engine import make_engine
from db.migrations import FOLDER, upgrade
from db.tables import exception_cases, exception_steps, halls, staff
from db.url import parse_url

HALL, WHO = UUID(int=1), UUID(int=2)
AT = datetime(2026, 3, 18, 9, tzinfo=UTC)
STORIES = {
    "judged": ("payment", True, ["open", "triage", "follow_up", "rework", "follow_up", "close"]),
    "fresh": ("other", None, ["open", "note"]),
    "asked": ("conduct", False, ["open", "triage", "follow_up"]),
}
"""Category and satisfaction as they are now, and the steps; each judged a complex one."""


def _as_it_was(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "0022")


def _told(connection: Connection) -> None:
    hall = {"id": HALL, "code": "QX", "name": "青溪", "timezone": "Asia/Shanghai", "opening_hours": []}
    connection.execute(insert(halls), hall | {"is_sample": False, "policy": {}})
    member = {"id": WHO, "hall_id": HALL, "number": "0002", "name": "林静", "role": "supervisor"}
    connection.execute(insert(staff), member | {"password_hash": "", "state": "active", "version": 1})
    for place, (number, (category, satisfied, actions)) in enumerate(STORIES.items()):
        case = {
            "id": UUID(int=10 + place), "hall_id": HALL, "number": number, "channel": "counter", "category": category,
            "summary": "刷不了卡", "wish": "", "counts_from": AT.date(), "registered_at": AT, "level": "complex",
            "due": date(2026, 4, 1), "due_provisional": False, "state": "closed", "satisfied": satisfied, "version": 1,
        }  # fmt: skip
        connection.execute(insert(exception_cases), case)
        for position, action in enumerate(actions):
            step = {"case_id": case["id"], "position": position, "action": action, "state": "closed"}
            connection.execute(insert(exception_steps), step | {"by_id": WHO, "at": AT, "text": ""})


async def test_steps_of_before_say_what_is_certain(empty_database: str) -> None:
    engine = make_engine(parse_url(empty_database))
    async with engine.begin() as connection:
        await connection.run_sync(_as_it_was)
        await connection.run_sync(_told)
    await upgrade(empty_database)
    columns = (
        exception_cases.c.number,
        exception_steps.c.category,
        exception_steps.c.level,
        exception_steps.c.satisfied,
    )
    statement = (
        select(*columns).join(exception_steps).order_by(exception_cases.c.number, exception_steps.c.position)
    )
    found: dict[str, list[tuple[object, ...]]] = {}
    async with engine.connect() as connection:
        for number, *kept in await connection.execute(statement):
            found.setdefault(number, []).append(tuple(kept))
    await engine.dispose()
    nothing = (None, None, None)
    assert found == {
        "judged": [
            nothing, ("payment", "complex", None), (None, None, False), nothing, (None, None, True), nothing,
        ],
        "fresh": [("other", "complex", None), nothing],
        "asked": [nothing, ("conduct", "complex", None), (None, None, False)],
    }  # fmt: skip
