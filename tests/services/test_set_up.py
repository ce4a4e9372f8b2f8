"""Setting up the hall and its catalogue, and changing both."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from app.domain.catalogue_file import CatalogueFile
from app.domain.errors import BadInput, NotPermitted
from app.domain.events import Topic
from app.domain.hall_file import HallFile
from app.domain.policy import Priority
from app.domain.staff import Role, StaffState
from app.exchange.catalogue import read_catalogue
from app.exchange.hall import read_hall
from app.services.calling import miss
from app.services.import_catalogue import import_catalogue, plan_catalogue
from app.services.policy import hall_policy
from app.services.set_up_hall import INSTALLER, set_up_hall
from app.services.sign_in import sign_in
from app.services.staff import disable_staff
from app.services.use_case import Command
from db.tables import audit_entries
from resources import resource
from tests.refusals import problems_of, refused
from tests.services.at_work import ADMINISTRATOR, CLERK, COUNTER, DAY, HOUSE, SUPERVISOR, HallAtWork


@pytest.fixture(scope="module")
def file() -> HallFile:
    """The sample hall's own file."""
    return read_hall(resource("hall", "sample.json"))


@pytest.fixture(scope="module")
def catalogue() -> CatalogueFile:
    """The bundled catalogue."""
    return read_catalogue(resource("catalogue", "catalogue.json"))


async def test_the_same_file_again_changes_nothing(hall: HallAtWork, file: HallFile) -> None:
    readers = hall.ports.readers
    before = [
        await readers.departments(),
        await readers.lines(),
        await readers.counters(),
        await readers.staff(),
    ]
    done = await hall.do(ADMINISTRATOR, set_up_hall, file, sample=True)
    assert (done.hall, done.lines, done.counters, done.staff) == ("青溪区政务服务中心", 11, 16, 19)
    assert before == [
        await readers.departments(), await readers.lines(), await readers.counters(), await readers.staff(),
    ]  # fmt: skip


async def test_what_differs_is_changed_and_the_rest_stays(hall: HallAtWork, file: HallFile) -> None:
    await hall.open(COUNTER)
    lines = (replace(file.lines[0], name="不动产登记", daily_quota=9),)
    changed = replace(
        file, lines=lines, counters=file.counters[:1], staff=(replace(file.staff[3], name="新名"),)
    )
    changed = replace(
        changed, counters=(replace(file.counters[1], name="二号", lines=file.counters[1].lines),)
    )
    await hall.do(ADMINISTRATOR, set_up_hall, changed, sample=True)
    async with hall.ports.uow() as u:
        line = await u.lines.by_prefix("A")
        assert (line.name, line.daily_quota, len(await u.lines.all())) == ("不动产登记", 9, 11)
        counter = await u.counters.by_number(COUNTER)
        assert (counter.name, counter.clerk) == ("二号", hall.staff[CLERK].staff)
        assert (await u.staff.by_number(file.staff[3].number)).name == "新名"
        assert len(await u.staff.all()) == 19
    assert (await sign_in(hall.ports, file.staff[3].number, "sample")).name == "新名"


async def test_lines_name_items_that_exist(hall: HallAtWork, file: HallFile) -> None:
    wrong = replace(file, lines=(replace(file.lines[0], items=("IT008", "IT998", "IT999")),))
    with pytest.raises(BadInput) as caught:
        await hall.do(ADMINISTRATOR, set_up_hall, wrong, sample=True)
    assert problems_of(caught.value) == [("lines[0].items", "import.rule.no_item")] * 2


async def test_somebody_must_be_able_to_administer(hall: HallAtWork, file: HallFile) -> None:
    """An administrator who was disabled, or never had a password, does not count."""
    admin = next(s for s in file.staff if s.role is Role.ADMINISTRATOR)
    second = replace(admin, number="0009", password=None)
    with pytest.raises(BadInput) as caught:
        await hall.do(
            ADMINISTRATOR,
            set_up_hall,
            replace(file, staff=(replace(admin, role=Role.CLERK), second)),
            sample=True,
        )
    assert problems_of(caught.value) == [("staff", "import.rule.administrator")]
    with_password = replace(file, staff=(replace(second, password="geheim"),))
    await hall.do(ADMINISTRATOR, set_up_hall, with_password, sample=True)
    await hall.do(ADMINISTRATOR, disable_staff, "0009")
    with pytest.raises(BadInput):
        await hall.do(
            ADMINISTRATOR, set_up_hall, replace(file, staff=(replace(admin, role=Role.CLERK),)), sample=True
        )


async def test_who_may_set_up(hall: HallAtWork, file: HallFile) -> None:
    with refused("staff.rule.not_permitted", NotPermitted):
        await hall.do(SUPERVISOR, set_up_hall, file, sample=True)
    with refused("hall.rule.sample_here"):
        await hall.do(ADMINISTRATOR, set_up_hall, file)
    async with hall.ports.uow() as u:
        await u.hall.save(replace(await u.hall.get(), is_sample=False))
        await u.commit()
    with refused("hall.rule.real_here"):
        await hall.do(ADMINISTRATOR, set_up_hall, file, sample=True)
    with refused("hall.rule.sign_in", NotPermitted):
        await set_up_hall(hall.ports, Command(hall.command(ADMINISTRATOR).id, INSTALLER), file)


async def test_the_same_catalogue_again_is_no_news(hall: HallAtWork, catalogue: CatalogueFile) -> None:
    result = await hall.do(ADMINISTRATOR, import_catalogue, catalogue)
    assert (result.items, result.new_versions, result.unchanged) == (70, 0, 70)


async def test_what_changed_gets_a_new_version_and_the_old_one_is_kept(
    hall: HallAtWork, catalogue: CatalogueFile
) -> None:
    items = tuple(replace(i, name="新名称") if i.code == HOUSE else i for i in catalogue.items)
    changed = replace(catalogue, items=items)
    ticket = await hall.issue(HOUSE)
    assert (await plan_catalogue(hall.ports, changed)).new_versions == 1
    assert (await hall.ports.readers.item(HOUSE)).version_number == 1
    assert (await hall.do(ADMINISTRATOR, import_catalogue, changed)).new_versions == 1
    now = await hall.ports.readers.item(HOUSE)
    assert (now.name, now.version_number, now.effective_from) == ("新名称", 2, DAY)
    assert (await hall.ticket(ticket.number)).errand.item_name == ticket.errand.item_name
    assert (await hall.issue(HOUSE)).errand.item_name == "新名称"


async def test_only_administrators_import(hall: HallAtWork, catalogue: CatalogueFile) -> None:
    with refused("staff.rule.not_permitted", NotPermitted):
        await hall.do(SUPERVISOR, import_catalogue, catalogue)


async def test_a_disabled_person_stays_disabled(hall: HallAtWork, file: HallFile) -> None:
    await hall.do(ADMINISTRATOR, disable_staff, CLERK)
    await hall.do(ADMINISTRATOR, set_up_hall, file, sample=True)
    states = {row.number: row.state for row in await hall.ports.readers.staff()}
    assert states[CLERK] is StaffState.DISABLED


@pytest.mark.parametrize("is_sample", [True, False])
async def test_only_the_samples_staff_share_a_hash(hall: HallAtWork, file: HallFile, is_sample: bool) -> None:
    """Its password is public; in a real hall the hashes must not tell who has the same password."""
    async with hall.ports.uow() as u:
        await u.hall.save(replace(await u.hall.get(), is_sample=is_sample))
        await u.commit()
    two = tuple(replace(file.staff[-1], number=number, password="geheim") for number in ("0901", "0902"))
    await hall.do(ADMINISTRATOR, set_up_hall, replace(file, staff=two), sample=is_sample)
    async with hall.ports.uow() as u:
        hashes = {(await u.staff.by_number(member.number)).password_hash for member in two}
    assert len(hashes) == (1 if is_sample else 2)
    assert (await sign_in(hall.ports, "0902", "geheim")).number == "0902"


async def _changed_settings(hall: HallAtWork) -> list[tuple[str | None, dict[str, object]]]:
    """Who changed settings, and what the audit trail says of it."""
    entries = select(audit_entries.c.actor_number, audit_entries.c.facts).where(
        audit_entries.c.topic == Topic.HALL, audit_entries.c.action == "change_settings"
    )
    async with hall.ports.uow() as u:
        transaction = u._t  # type: ignore[attr-defined]
        return [(row.actor_number, row.facts) for row in await transaction.execute(entries)]


async def test_settings_take_effect_and_are_written_down(hall: HallAtWork, file: HallFile) -> None:
    given = {
        "calls_before_miss": 1,
        "setback_minutes": 15,
        "usual_service_minutes": Decimal("7.5"),
        "undo_minutes": 5,
    }
    await hall.do(ADMINISTRATOR, set_up_hall, replace(file, settings=given), sample=True)
    policy = await hall_policy(hall.ports)
    assert (policy.setback, policy.usual_service) == (timedelta(minutes=15), timedelta(seconds=450))
    assert await _changed_settings(hall) == [
        (
            ADMINISTRATOR,
            {
                "calls_before_miss_before": 3,
                "calls_before_miss": 1,
                "setback_minutes_before": 10,
                "setback_minutes": 15,
                "usual_service_minutes_before": 10,
                "usual_service_minutes": "7.5",
            },
        )
    ]
    await hall.open(COUNTER)
    await hall.issue()
    await hall.call()
    assert (await hall.do(CLERK, miss, COUNTER)).misses == 1, "after one call"


async def test_what_a_file_does_not_set_stays(hall: HallAtWork, file: HallFile) -> None:
    first = replace(file, settings={"setback_minutes": 15, "head_start_elderly_minutes": 30})
    await hall.do(ADMINISTRATOR, set_up_hall, first, sample=True)
    before = await hall_policy(hall.ports)
    await hall.do(ADMINISTRATOR, set_up_hall, file, sample=True)
    assert await hall_policy(hall.ports) == before
    await hall.do(ADMINISTRATOR, set_up_hall, replace(file, settings={"undo_minutes": 9}), sample=True)
    assert await hall_policy(hall.ports) == replace(before, undo_within=timedelta(minutes=9))
    assert before.head_starts[Priority.ELDERLY] == timedelta(minutes=30)
    assert len(await _changed_settings(hall)) == 2


async def test_a_setting_out_of_bounds_changes_nothing(hall: HallAtWork, file: HallFile) -> None:
    before = await hall_policy(hall.ports)
    wrong = replace(
        file, hall=replace(file.hall, name="新名"), settings={"undo_minutes": 9, "setback_minutes": 61}
    )
    with pytest.raises(BadInput) as caught:
        await hall.do(ADMINISTRATOR, set_up_hall, wrong, sample=True)
    assert problems_of(caught.value) == [("settings.setback_minutes", "import.rule.most")]
    assert await hall_policy(hall.ports) == before
    assert (await hall.ports.readers.hall()).name != "新名"
