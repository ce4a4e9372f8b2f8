"""One person's visit, from the guide desk to a closed exception case: four stations, one PostgreSQL, keys alone."""

from tests.cli.running import Yici
from tests.journeys.conftest import Office, OpenStation
from tests.journeys.people import (
    CLERK,
    COMPLETE,
    GUIDE,
    HANDLER,
    ISSUE,
    ITEM,
    MISSING,
    SEARCH,
    SUPERVISOR,
    WRONG,
    call,
    hand_out,
    pick_item,
    print_slip,
    somebody_else,
    take_and_answer,
)
from tests.journeys.station import Station

WHAT_IS_WRONG = "seal is not legible"
CASE, WISH = "two offices give different addresses", "one letter for both"
HEARD, SETTLED = "will bring both letters", "both records now say the same"


def test_from_initials_to_a_closed_case(open_station: OpenStation, hall_url: str, office: Office) -> None:
    hall = office(hall_url)
    desk = open_station(hall_url, "guide")
    counter = open_station(hall_url, "counter-desk", "--number", "2")
    board = open_station(hall_url, "board")
    supervision = open_station(hall_url, "exceptions")
    desk.sign_in(GUIDE)
    counter.sign_in(CLERK)
    supervision.sign_in(SUPERVISOR)
    board.shows("青溪区政务服务中心")

    _takes_a_ticket(desk, hall)
    _is_called(counter, board, hall)
    _is_served(counter, hall)
    _is_told_everything_at_once(counter, hall)
    number = _has_an_exception_registered(counter, hall)
    _is_finished(counter, desk, hall)
    _has_the_exception_settled(supervision, hall, number)
    assert [station.close() for station in (desk, board, supervision)] == [0, 0, 0]
    assert counter.close("关窗并离开") == 0


def _takes_a_ticket(desk: Station, hall: Yici) -> None:
    pick_item(desk)
    desk.press("F6")
    desk.asks("姓名")
    desk.type("Wang Min")
    desk.press("Return", "Return")
    desk.type("13800000621")
    desk.press("Return")
    desk.asks(ISSUE)
    desk.press("Return")
    desk.shows("A001", "已送打印")
    desk.asks(SEARCH)

    ticket = hall.done("ticket", "show", "A001")["ticket"]
    assert (ticket["state"], ticket["errands"][0]["item"]) == ("waiting", ITEM)
    (paper,) = desk.place.papers()
    assert "A001" in paper


def _is_called(counter: Station, board: Station, hall: Yici) -> None:
    call(counter, "A001")
    board.shows("请 A001 号到 2 号窗口")
    assert _state(hall, "A001") == ("called", 2)


def _is_served(counter: Station, hall: Yici) -> None:
    counter.press("F4")
    counter.shows("W*", "办理用时")
    assert _state(hall, "A001") == ("serving", 2)


def _is_told_everything_at_once(counter: Station, hall: Yici) -> None:
    counter.asks("齐全")
    counter.press(COMPLETE, MISSING, WRONG)
    counter.type(WHAT_IS_WRONG)
    counter.press("Return", *[COMPLETE] * 5)
    counter.shows("8 项材料已全部判定，其中 2 项要补")
    print_slip(counter)

    (slip,) = counter.place.papers()
    assert "共 2 项" in slip
    assert "以下 6 项已收齐" in slip
    assert WHAT_IS_WRONG in slip


def _has_an_exception_registered(counter: Station, hall: Yici) -> str:
    counter.press("F10")
    counter.asks("什么事办不成")
    counter.press("alt+4")
    counter.type(CASE)
    counter.press("Tab", "Tab")
    counter.type(WISH)
    counter.press("Return")
    counter.confirms("已登记")
    (case,) = hall.done("exception", "list")["exceptions"]
    assert case["state"] == "registered"
    number: str = case["number"]
    return number


def _is_finished(counter: Station, desk: Station, hall: Yici) -> None:
    counter.press("F5")
    counter.asks("办结")
    counter.press("Return")
    counter.shows("刚办完", "A001")
    ticket = hall.done("ticket", "show", "A001")["ticket"]
    assert (ticket["state"], ticket["errands"][0]["outcome"]) == ("finished", "notified")


def _has_the_exception_settled(station: Station, hall: Yici, number: str) -> None:
    """Supervisor, handler and again the supervisor, at one desk."""
    station.until(lambda screen: screen.says(CASE) and screen.can("完成研判"), "the case, to be judged")
    station.press("ctrl+Return")
    hand_out(station, HANDLER, "Down", "Down")

    somebody_else(station, HANDLER)
    station.until(lambda screen: screen.says(CASE) and screen.can("接办"), "to be taken")
    take_and_answer(station, SETTLED, heard=HEARD)
    station.shows("政务办回访")

    somebody_else(station, SUPERVISOR)
    station.until(lambda screen: screen.says(CASE) and screen.can("记下回访"), "to be followed up")
    station.press("Return", "1", "ctrl+Return")
    station.can("归档")
    station.press("ctrl+Return")
    station.until(lambda screen: screen.cannot("归档"), "on file")

    case = hall.done("exception", "show", number)["exception"]
    assert case["state"] == "closed"
    assert [step["by"] for step in case["steps"]] == [
        CLERK, SUPERVISOR, SUPERVISOR, HANDLER, HANDLER, HANDLER, SUPERVISOR, SUPERVISOR
    ]  # fmt: skip


def _state(hall: Yici, number: str) -> tuple[str, int]:
    ticket = hall.done("ticket", "show", number)["ticket"]
    return ticket["state"], ticket["counter"]
