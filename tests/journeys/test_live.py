"""What one station does, the others show; hands that are too quick, and a PC whose power fails."""

import pytest

from tests.journeys.conftest import Office, OpenStation
from tests.journeys.people import CLERK, COMPLETE, GUIDE, ISSUE, ITEM, call, issue, pick_item, serve
from tests.journeys.waiting import eventually

AT_ONCE = 3.0
"""Seconds, on a machine that does everything at the same time."""


@pytest.fixture(params=["postgresql", "sqlite"])
def url(request: pytest.FixtureRequest) -> str:
    """A sample hall on each database: on a server for many PCs, in a file for this one machine."""
    hall: str = request.getfixturevalue("hall_url" if request.param == "postgresql" else "hall_file")
    return hall


def test_two_stations_follow_each_other(open_station: OpenStation, url: str, office: Office) -> None:
    desk = open_station(url, "guide")
    counter = open_station(url, "counter-desk", "--number", "2")
    desk.sign_in(GUIDE)
    counter.sign_in(CLERK)

    issue(desk, "A001")
    counter.shows("A001", within=AT_ONCE)
    office(url).done("ticket", "issue", "--item", ITEM, staff=GUIDE)
    counter.shows("A002", within=AT_ONCE)
    desk.shows("A002", within=AT_ONCE)

    call(counter, "A001")
    desk.shows("已呼叫", within=AT_ONCE)


def test_quick_hands_do_nothing_twice(open_station: OpenStation, hall_url: str, office: Office) -> None:
    hall = office(hall_url)
    desk = open_station(hall_url, "guide")
    counter = open_station(hall_url, "counter-desk", "--number", "2")
    desk.sign_in(GUIDE)
    counter.sign_in(CLERK)

    pick_item(desk)
    desk.press(*["Return"] * 5)
    desk.shows("A001", "已送打印")
    pick_item(desk)
    desk.click(ISSUE, times=2)
    desk.shows("A002", "已送打印")
    assert [ticket["number"] for ticket in hall.done("ticket", "list")["tickets"]] == ["A002", "A001"]
    assert len(desk.place.papers()) == 2

    call(counter, "A001", times=2)
    second, first = hall.done("ticket", "list")["tickets"]
    assert (first["state"], first["calls"], second["state"]) == ("called", 1, "waiting")


def test_a_pc_whose_power_failed_comes_back_to_its_ticket(
    open_station: OpenStation, hall_url: str, office: Office
) -> None:
    hall = office(hall_url)
    hall.done("ticket", "issue", "--item", ITEM, staff=GUIDE)
    before = open_station(hall_url, "counter-desk", "--number", "2")
    before.sign_in(CLERK)
    serve(before, "A001")
    before.press(COMPLETE, COMPLETE)
    before.shows("还有 6 项材料没有判定")
    eventually(lambda: before.place.drafts().count("complete") == 2, "what was judged on disk")
    before.kill()

    after = open_station(hall_url, "counter-desk", "--number", "2")
    after.shows("A001")
    after.sign_in(CLERK)
    after.shows("A001", "办理用时", "还有 6 项材料没有判定")
    after.press("F5")
    after.asks("办结")
    ticket = hall.done("ticket", "show", "A001")["ticket"]
    assert (ticket["state"], ticket["counter"], ticket["calls"]) == ("serving", 2, 1)
