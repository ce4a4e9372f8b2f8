"""The hall's server stops, or its cable is pulled: what was read stays, the rest says so and comes by itself."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap import open_hall
from app.domain.person import Personal
from tests.cable import Cable, cable_to
from tests.postgres import PostgresServer
from tests.ui.guide_desk.morning import STATION, TRANSFER, Morning
from tests.ui.guide_desk.room_at_work import RoomAtWork, room_at_work
from tests.ui.stations import make_template
from ui.guide_desk.draft import ErrandDraft
from ui.guide_desk.state import FindState, GuideDeskState

FUND = "IT010"


@pytest.fixture
def cable(outage_postgres: PostgresServer) -> Iterator[Cable]:
    """The cable of this PC."""
    with cable_to(outage_postgres.port) as plugged:
        yield plugged


@pytest.fixture
async def room(
    dressed: QApplication,
    outage_postgres: PostgresServer,
    cable: Cable,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[RoomAtWork]:
    """The guide desk's window, at the end of a cable to a server that may be stopped."""
    monkeypatch.setenv("YICI_HOME", str(tmp_path / "station"))
    hall = make_template(tmp_path, outage_postgres.url(outage_postgres.create()))
    through = hall.url.replace(str(outage_postgres.port), str(cable.port))
    async with (
        open_hall(through, hall.key_file, STATION, "zh") as opened,
        room_at_work(Morning(opened, tmp_path), tmp_path / "paper") as at_work,
    ):
        yield at_work


def errand_of(state: GuideDeskState) -> ErrandDraft:
    assert state.draft.errand is not None
    return state.draft.errand


def has_list(state: GuideDeskState) -> bool:
    return errand_of(state).item is not None


def said_of_the_list(room: RoomAtWork) -> str:
    """What stands in the place of the list of materials."""
    why = room.view.ticket.item.materials.unread.why
    return why.text() if why.isVisible() else ""


async def test_the_server_stops_and_comes_back(room: RoomAtWork, outage_postgres: PostgresServer) -> None:
    presenter, materials = room.room.presenter, room.view.ticket.item.materials
    presenter.pick(FUND)
    await room.until(has_list)
    presenter.tick(1, True)
    outage_postgres.stop("immediate")

    presenter.add_another()
    presenter.pick(TRANSFER)
    await room.until(lambda state: TRANSFER in state.unread)
    assert "恢复联系后自动显示" in said_of_the_list(room)
    assert materials.rows == []
    situation = errand_of(room.state).row.situations[1]
    presenter.choose_situation(situation)
    presenter.tick_all()  # there is nothing to tick yet
    presenter.write(Personal.NAME, "王小敏")
    presenter.show_errand(FUND)
    assert len(materials.rows) == len(errand_of(room.state).materials) > 0
    assert errand_of(room.state).brought == {1}
    presenter.show_errand(TRANSFER)

    outage_postgres.start()
    state = await room.until(has_list)
    assert said_of_the_list(room) == ""
    assert len(materials.rows) == len(errand_of(state).materials) > 0
    assert (errand_of(state).situation, errand_of(state).brought) == (situation, None)
    assert state.draft.visitor.name == "王小敏"
    assert [errand.brought for errand in state.draft.errands] == [{1}, None]


async def test_a_list_that_was_read_today_is_there_while_the_cable_is_out(
    room: RoomAtWork, cable: Cable
) -> None:
    presenter = room.room.presenter
    for code in (TRANSFER, FUND):
        presenter.pick(code)
        await room.until(has_list)
    cable.pull()
    await presenter_is_away(room)
    presenter.pick(TRANSFER)
    assert has_list(room.state)
    cable.plug()
    await room.until(lambda state: not state.unread)


async def test_what_is_looked_for_meanwhile_is_found_afterwards(room: RoomAtWork, cable: Cable) -> None:
    presenter = room.room.presenter
    presenter.pick(TRANSFER)
    await room.until(has_list)
    presenter.issuing.issue()
    await room.until(lambda state: state.issued)
    presenter.finding.find("A001")
    await room.until(lambda state: state.find.tickets)
    cable.pull()
    presenter.finding.find("A00")
    state = await room.until(lambda state: state.find.problem)
    assert state.find.tickets == ()
    cable.plug()
    state = await room.until(lambda state: state.find.tickets)
    assert state.find == FindState("A00", state.find.tickets)


async def presenter_is_away(room: RoomAtWork) -> None:
    """Wait until this station has noticed that it is out of touch."""
    room.room.presenter.pick("IT004")
    await room.until(lambda state: "IT004" in state.unread)
