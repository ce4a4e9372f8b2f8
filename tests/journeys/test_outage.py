"""The hall's server stops, and a cable is pulled: stations say so, keep what was typed, and recover by themselves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import make_sample_hall
from tests.cable import Cable, cable_to
from tests.journeys.conftest import Office, OpenStation
from tests.journeys.people import CLERK, COMPLETE, GUIDE, ISSUE, ITEM, pick_item, serve
from tests.postgres import PostgresServer, in_own_loop

LOST = "与大厅失去联系"
SAID_WITHIN = 3.0
LEFT_TO_JUDGE = "还有 6 项材料没有判定"


@pytest.fixture
def outage_url(outage_postgres: PostgresServer, key_file: Path) -> str:
    """A sample hall on a server that the test may stop."""
    url = outage_postgres.url(outage_postgres.create())
    in_own_loop(lambda: make_sample_hall(url, key_file))
    return url


@pytest.fixture
def cable(postgres: PostgresServer) -> Iterator[Cable]:
    """The cable of one PC."""
    with cable_to(postgres.port) as plugged:
        yield plugged


def test_the_server_stops(
    open_station: OpenStation, outage_postgres: PostgresServer, outage_url: str, office: Office
) -> None:
    hall = office(outage_url)
    hall.done("ticket", "issue", "--item", ITEM, staff=GUIDE)
    desk = open_station(outage_url, "guide")
    counter = open_station(outage_url, "counter-desk", "--number", "2")
    board = open_station(outage_url, "board")
    desk.sign_in(GUIDE)
    counter.sign_in(CLERK)
    serve(counter, "A001")
    counter.press(COMPLETE, COMPLETE)
    pick_item(desk)
    board.shows("请 A001 号到 2 号窗口")

    outage_postgres.stop("immediate")
    for station in (desk, counter, board):
        station.shows(LOST, within=SAID_WITHIN)
    assert not board.screen.says("请 A001 号到 2 号窗口")
    desk.press("F6")
    desk.type("Wang Min")
    desk.press("Return")
    counter.shows("A001", LEFT_TO_JUDGE)

    outage_postgres.start()
    for station in (desk, counter, board):
        station.until(lambda screen: not screen.says(LOST), "in touch again")
    board.shows("请 A001 号到 2 号窗口")
    counter.shows("A001", LEFT_TO_JUDGE)
    desk.shows("W*")
    desk.press("Escape", "Return")
    desk.can(ISSUE)
    desk.press("Return")
    desk.shows("A002")
    ticket = hall.done("ticket", "show", "A002")["ticket"]
    assert ticket["errands"][0]["item"] == ITEM


def test_a_cable_is_pulled(
    open_station: OpenStation, hall_url: str, postgres: PostgresServer, cable: Cable, office: Office
) -> None:
    hall = office(hall_url)
    for _ in range(2):
        hall.done("ticket", "issue", "--item", ITEM, staff=GUIDE)
    counter = open_station(
        hall_url.replace(str(postgres.port), str(cable.port)), "counter-desk", "--number", "2"
    )
    board = open_station(hall_url, "board")
    counter.sign_in(CLERK)
    counter.can("呼叫下一位")

    cable.pull()
    counter.press("F2")
    counter.shows(LOST, within=SAID_WITHIN)
    counter.shows("“呼叫下一位”还没有得到确认")
    hall.done("ticket", "issue", "--item", ITEM, staff=GUIDE)
    assert board.screen.says("与大厅同步")

    cable.plug()
    board.shows("请 A001 号到 2 号窗口")
    counter.until(lambda screen: screen.can("开始办理") and not screen.says(LOST), "in touch again")
    counter.shows("A003")
    waiting, other, called = hall.done("ticket", "list")["tickets"]
    assert (called["state"], called["calls"]) == ("called", 1)
    assert {waiting["state"], other["state"]} == {"waiting"}
