"""The list finds by whatever people remember or hold in hand, reads as a to-do list, and follows the hall."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pytest

from app.bootstrap import open_hall
from app.domain.calendar import YearArrangement
from app.domain.case_parts import Procedure, WatchKind
from app.domain.case_table import CaseAction, CaseState
from app.domain.errors import NotFound
from app.domain.print_job import PaperKind
from app.domain.worklist import Urgency
from app.ports.errors import DatabaseAway
from app.ports.readers import Readers
from app.ports.rows import CasePage
from app.services import case_clock, case_intake
from app.services.use_case import Command, Ports
from tests.services.at_work import (
    ADMINISTRATOR,
    CLERK,
    DAY,
    HOUSE,
    MATE,
    SHOP,
    TREES,
    HallAtWork,
)
from tests.ui.cases.office import Office, office_in
from tests.ui.cases.scenes import accepted, opened, told
from ui.cases import rules, steps
from ui.cases.state import Scope


def numbers(office: Office) -> list[str]:
    """What is listed."""
    return [row.number for row in office.state.rows or ()]


@asynccontextmanager
async def elsewhere(hall: HallAtWork, folder: Path) -> AsyncIterator[Ports]:
    """Another station of the same hall."""
    url = f"sqlite:///{folder / 'hall.db'}"
    async with open_hall(url, folder / "hall.key", "elsewhere", "zh", hall.clock) as other:
        yield other.ports


async def test_what_is_typed_is_found_whatever_is_listed(office: Office, hall: HallAtWork) -> None:
    """A closed case of another department, while one's own open ones that wait for a decision are listed."""
    closed = await opened(hall)
    await hall.do(CLERK, case_intake.refuse_case, closed, "不属本机关")
    await office.until(lambda s: s.department is not None)
    assert office.state.scope is Scope.OWN
    office.presenter.listing.show_watch(WatchKind.DECIDE)
    for text in (closed, "王小敏"):
        office.presenter.listing.search(text)
        await office.until(lambda _: numbers(office) == [closed])
        assert rules.groups(office.state)[0][0] is Urgency.CLOSED
        office.presenter.listing.search("")
        await office.until(lambda _: numbers(office) == [])


async def test_groups_by_working_days_that_are_left(office: Office, hall: HallAtWork) -> None:
    """On Friday the 20th: Monday to Wednesday are soon, Thursday is not."""
    office.presenter.listing.show(Scope.OPEN)
    wednesday = await opened(hall)
    hall.pass_time(hours=24)
    thursday = await opened(hall)
    hall.pass_time(hours=24)
    office.presenter.read_again()
    await office.until(lambda s: len(s.rows or ()) == 2 and s.soon is not None and s.hall is not None)
    groups = {row.number: rules.urgency(office.state, row) for row in office.state.rows or ()}
    assert groups == {wednesday: Urgency.SOON, thursday: Urgency.LATER}
    hall.pass_time(hours=24 * 5)
    office.presenter.read_again()
    await office.until(lambda s: s.rows is not None and s.rows[0].days_left == 0)
    assert rules.urgency(office.state, (office.state.rows or ())[0]) is Urgency.TODAY
    hall.pass_time(hours=24)
    office.presenter.read_again()
    await office.until(lambda s: s.rows is not None and s.rows[0].days_left == -1)
    assert rules.urgency(office.state, (office.state.rows or ())[0]) is Urgency.OVERDUE


async def test_what_it_waits_for_and_whose_it_is(office: Office, hall: HallAtWork) -> None:
    trees, house = await opened(hall), await accepted(hall, HOUSE)
    assert office.state.scope is Scope.OWN  # line A: housing
    office.presenter.read_again()
    await office.until(lambda _: numbers(office) == [house])
    office.presenter.listing.show(Scope.OPEN)
    await office.until(lambda _: set(numbers(office)) == {trees, house})
    office.presenter.listing.show_watch(WatchKind.TELL)
    await office.until(lambda _: numbers(office) == [trees])
    office.presenter.listing.show_watch(WatchKind.ARCHIVE)
    await office.until(lambda _: numbers(office) == [])


async def test_what_one_has_handled_oneself(office: Office, hall: HallAtWork) -> None:
    own = await opened(hall)
    other = (await hall.do(MATE, case_intake.open_case, HOUSE)).row.number
    office.presenter.listing.show(Scope.OPEN)
    await office.until(lambda _: set(numbers(office)) == {own, other})
    office.presenter.listing.show(Scope.MINE)
    await office.until(lambda _: numbers(office) == [own])
    await hall.do(CLERK, case_intake.accept_case, other)
    office.presenter.read_again()
    await office.until(lambda _: set(numbers(office)) == {own, other})


async def test_a_change_elsewhere_shows_by_itself(office: Office, hall: HallAtWork, tmp_path: Path) -> None:
    office.presenter.listing.show(Scope.OPEN)
    async with elsewhere(hall, tmp_path / "hall") as ports:
        order = hall.command(CLERK)
        page = await case_intake.open_case(ports, order, TREES)
        await office.until(lambda _: numbers(office) == [page.row.number])
        await case_intake.accept_case(ports, hall.command(CLERK), page.row.number)
        await office.until(lambda s: s.page is not None and s.page.row.state is CaseState.ACCEPTED)


async def test_the_days_of_the_law_are_computed_for_the_page(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await opened(hall))
    assert office.page.tell_by.day - office.page.counts_from == timedelta(days=7)
    assert office.state.days_left == 5
    hall.pass_time(hours=24 * 9)
    office.presenter.read_again()
    await office.until(lambda s: s.days_left == -2)
    await case_clock.sweep_what_lapsed(hall.ports)
    office.presenter.read_again()
    await office.until(lambda s: s.page is not None and s.page.is_deemed)


async def test_days_are_counted_by_the_office_s_own_calendar(
    office: Office, hall: HallAtWork, tmp_path: Path
) -> None:
    """In a year that nobody published, entered at another desk."""
    hall.pass_time(hours=24 * (date(2099, 1, 5) - DAY).days)
    await office.look_at(await opened(hall))
    office.presenter.read_again()
    state = await office.until(lambda s: (s.soon, s.days_left) == (date(2099, 1, 8), 5))
    assert not state.calendar_published
    off = frozenset({date(2099, 1, 6)})
    async with elsewhere(hall, tmp_path / "hall") as ports:
        year = YearArrangement(2099, off, frozenset())
        await case_clock.enter_year(ports, hall.command(ADMINISTRATOR), year)
        state = await office.until(lambda s: s.calendar_published and s.soon == date(2099, 1, 9))
    last = date(2099, 1, 13)
    state = await office.until(
        lambda s: s.days_left == 5 and s.page and s.page.row.watch and s.page.row.watch.due.day == last
    )
    assert off.isdisjoint(state.pledge_days)


async def test_an_answer_that_was_lost_is_asked_for_again_and_nothing_is_done_twice(
    hall: HallAtWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, commands = await accepted(hall), list[Command]()
    first = steps.STEPS[CaseAction.SUSPEND]

    async def lost_once(ports: Ports, command: Command, *said: object) -> CasePage:
        page = await first.use_case(ports, command, *said)
        commands.append(command)
        if len(commands) == 1:
            raise DatabaseAway("database.away")
        return page

    lossy = replace(first, use_case=lost_once)
    monkeypatch.setitem(steps.STEPS, CaseAction.SUSPEND, lossy)  # type: ignore[arg-type]
    async with office_in(hall, tmp_path, CLERK) as office:
        await office.look_at(number)
        office.presenter.acting.choose(CaseAction.SUSPEND)
        office.fill(procedure=Procedure.HEARING, days="10")
        office.presenter.acting.act()
        await office.until(lambda s: s.unconfirmed)
        office.presenter.commands.repeat()
        await office.until(lambda s: not s.busy)
        assert len({command.id for command in commands}) == 1
        assert len(office.page.suspensions) == 1


async def test_what_was_typed_outlives_the_program_but_for_who_took_the_papers(
    hall: HallAtWork, tmp_path: Path
) -> None:
    number = await opened(hall)
    async with office_in(hall, tmp_path, CLERK) as office:
        await office.look_at(number)
        office.fill(text="应向水利", received_by="王小敏", ticked=frozenset({1}))
    assert "王小敏" not in (tmp_path / "drafts.json").read_text("utf-8")
    async with office_in(hall, tmp_path, CLERK) as office:
        await office.look_at(number)
        assert (office.state.draft.text, office.state.draft.ticked) == ("应向水利", frozenset({1}))
        assert office.state.draft.received_by == ""


async def test_the_applicant_in_the_clear_is_asked_for_and_written_down(
    office: Office, hall: HallAtWork
) -> None:
    over = asyncio.Event()

    async def pause(_seconds: float) -> None:
        await over.wait()

    office.presenter.acting.pause = pause
    await office.look_at(await opened(hall))
    assert office.page.row.applicant == "王*"
    office.presenter.acting.reveal()
    await office.until(lambda s: s.revealed is not None)
    assert office.state.revealed is not None
    assert (office.state.revealed.name, office.state.revealed.phone) == ("王小敏", "13812340621")
    over.set()
    await office.until(lambda s: s.revealed is None)
    over.clear()
    office.presenter.acting.reveal()
    await office.until(lambda s: s.revealed is not None)
    await office.look_at(await opened(hall, TREES))
    assert office.state.revealed is None


async def test_a_slip_that_did_not_come_out_is_told_and_printed_again(
    office: Office, hall: HallAtWork
) -> None:
    number = await opened(hall, SHOP)
    await told(hall, number)
    await office.look_at(number)
    office.paper.write_text("a file where the folder should be")
    office.presenter.acting.slips.print_again(PaperKind.NOTICE, office.page.notices[-1])
    await office.until(lambda s: s.problem is not None)
    assert office.state.problem is not None
    assert office.state.problem.code == "worklist.print_failed"
    office.paper.unlink()
    office.presenter.acting.slips.print_again(PaperKind.NOTICE, office.page.notices[-1])
    await office.until(lambda _: office.view.said)
    notice = await hall.ports.readers.notice(office.page.notices[-1])
    assert (notice.reprints, [message.code for message in office.view.said]) == (1, ["worklist.printed"])


class _WithoutItem:
    """The hall's readers, to whom no item is in force."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers

    def __getattr__(self, name: str) -> object:
        return getattr(self._readers, name)

    async def item(self, code: str) -> object:
        raise NotFound("catalogue.rule.none", code=code)


async def test_the_case_of_an_item_that_is_no_longer_in_force_goes_on_without_its_list(
    hall: HallAtWork, tmp_path: Path
) -> None:
    number = await opened(hall)
    ports = replace(hall.ports, readers=cast(Readers, _WithoutItem(hall.ports.readers)))
    async with office_in(hall, tmp_path, CLERK, ports) as office:
        await office.look_at(number)
        assert office.state.materials == ()
        await office.take(CaseAction.WITHDRAW)
        assert office.page.row.state is CaseState.WITHDRAWN
