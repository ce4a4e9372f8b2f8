"""A bad rating from the tablet to the file, on two stations: who was rated appeals tomorrow, no more."""

from tests.cli.running import Yici
from tests.journeys.conftest import Office, OpenStation
from tests.journeys.people import CLERK, GUIDE, HANDLER, ITEM, SUPERVISOR, somebody_else
from tests.journeys.station import Station

COUNTER = "2"
SAID, HEARD, DONE = "waited for two hours", "nobody told her why", "the board says it now"
EXCUSE, SEEN = "the queue had failed", "the log says so"


def test_from_a_touch_to_the_file(open_station: OpenStation, hall_url: str, office: Office) -> None:
    hall = office(hall_url)
    tablet = open_station(hall_url, "rate", "--counter", COUNTER)
    desk = open_station(hall_url, "exceptions")
    tablet.shows("欢迎您对服务作出评价")
    _is_served(hall)
    _says_so(tablet, hall)
    number = _is_told_in_figures_alone(hall)

    desk.sign_in(CLERK)
    desk.press("F2")
    desk.shows("没有等您办的")
    _cannot_appeal_yet(desk, number)
    _cannot_close(hall, number)
    somebody_else(desk, SUPERVISOR)
    _is_given_to_somebody(desk)
    somebody_else(desk, HANDLER)
    _is_put_right(desk)
    somebody_else(desk, SUPERVISOR)
    _is_asked_and_closed(desk)
    _stands_in_the_file(hall, number)
    assert [station.close() for station in (tablet, desk)] == [0, 0]

    tomorrow = open_station(hall_url, "exceptions", days_later=1)
    tomorrow.sign_in(CLERK)
    tomorrow.press("F2")
    tomorrow.shows("没有等您办的")
    _appeals(tomorrow, number)
    somebody_else(tomorrow, SUPERVISOR)
    _is_reviewed(tomorrow)
    _counts_no_more(hall, number)
    assert tomorrow.close() == 0


def _is_served(hall: Yici) -> None:
    hall.done("counter", "open", "--counter", COUNTER, staff=CLERK)
    hall.done("ticket", "issue", "--item", ITEM, "--name", "王敏", "--phone", "13800000621", staff=GUIDE)
    for step in (["next"], ["start"], ["finish", "--outcome", "completed"]):
        hall.done("call", *step, "--counter", COUNTER, staff=CLERK)


def _says_so(tablet: Station, hall: Yici) -> None:
    tablet.shows("A001", "非常不满意")
    assert tablet.screen.cannot("提交评价"), "nothing is chosen for anybody"
    tablet.click("不满意")
    tablet.can("提交评价")
    tablet.click("想说点什么")
    tablet.type(SAID)
    tablet.click("提交评价")
    tablet.shows("谢谢")
    (rating,) = hall.done("rating", "list")["ratings"]
    assert (rating["level"], rating["comment"], rating["clerk"]) == ("dissatisfied", SAID, CLERK)


def _is_told_in_figures_alone(hall: Yici) -> str:
    """Who was rated sees figures from the next day, and nothing else; the number of the follow-up."""
    day = hall.done("case", "summary")["owed"]["day"]
    assert hall("rating", "stats", "--to", day, staff=CLERK).error["code"] == "rating.rule.next_day"
    assert hall("rating", "list", staff=CLERK).error["code"] == "staff.rule.not_permitted"
    assert hall.done("rating", "follow-up", "list", staff=CLERK)["follow_ups"] == []
    (open_,) = hall.done("rating", "follow-up", "list")["follow_ups"]
    number: str = open_["number"]
    return number


def _cannot_appeal_yet(desk: Station, number: str) -> None:
    """Today the answer is the one for any number: it does not tell who was rated."""
    desk.press("ctrl+n")
    desk.asks("差评编号")
    desk.type(number[-4:])
    desk.press("Tab")
    desk.type(EXCUSE)
    desk.press("ctrl+Return")
    desk.shows(f"{number}：只有被评价人可以申诉，评价次日起受理")
    assert not desk.screen.says(SAID)


def _cannot_close(hall: Yici, number: str) -> None:
    step = ("rating", "follow-up")
    assert hall(*step, "show", number, staff=CLERK).error["code"] == "follow_up.rule.none"
    assert hall(*step, "contact", number, "--text", "me", staff=CLERK).error["code"] == "follow_up.rule.none"
    assert hall(*step, "close", number, staff=CLERK).error["code"] == "staff.rule.not_permitted"


def _is_given_to_somebody(desk: Station) -> None:
    desk.until(lambda screen: screen.says(SAID) and screen.can("交办"), "the rating, to be assigned")
    desk.click("交办")
    desk.until(lambda screen: screen.is_on("承办人"), "the handler is asked for")
    desk.press("Down", "Down")
    desk.until(lambda screen: screen.says(HANDLER), "the handler")
    desk.press("ctrl+Return")
    desk.until(lambda screen: screen.says("没有等您办的"), "it waits for somebody else")


def _is_put_right(desk: Station) -> None:
    """Whoever leaves before the hall has answered leaves when it has."""
    for words, button in ((HEARD, "记下联系"), (DONE, "整改完成")):
        desk.can(button)
        desk.press("Return")
        desk.type(words)
        desk.press("ctrl+Return")
        desk.shows(words)


def _is_asked_and_closed(desk: Station) -> None:
    desk.can("记下回访")
    desk.press("Return", "1", "ctrl+Return")
    desk.until(lambda screen: screen.can("办结") and screen.cannot("记下回访"), "what may be closed")
    desk.press("ctrl+Return")
    desk.until(lambda screen: screen.cannot("办结"), "on file")


def _appeals(desk: Station, number: str) -> None:
    """Closed on its day, it takes the appeal that was written then; what was said stays closed to who was rated."""
    desk.press("ctrl+n")
    desk.shows(number[-4:], EXCUSE)
    desk.press("ctrl+Return")
    desk.shows(f"{number} 的申诉已收到")
    desk.shows("没有等您办的")
    assert not desk.screen.says(SAID)


def _is_reviewed(desk: Station) -> None:
    """By whoever did not handle it; nothing is decided before an answer is chosen."""
    desk.until(
        lambda screen: screen.says(EXCUSE, SAID) and screen.can("复核申诉"), "the appeal, to be reviewed"
    )
    desk.press("Return", "1", "Tab")
    desk.type(SEEN)
    desk.press("ctrl+Return")
    desk.shows("没有等您办的")


def _counts_no_more(hall: Yici, number: str) -> None:
    case = hall.done("rating", "follow-up", "show", number)["follow_up"]
    assert (case["state"], case["appeal"], case["due"]) == ("closed", "upheld", None)
    assert [(step["action"], step["by"], step["text"]) for step in case["steps"][6:]] == [
        ("appeal", CLERK, EXCUSE), ("uphold", SUPERVISOR, SEEN),
    ]  # fmt: skip
    (whole,) = hall.done("rating", "stats")["rating_stats"]["groups"]
    assert (whole["total"], whole["set_aside"]) == (0, 1)


def _stands_in_the_file(hall: Yici, number: str) -> None:
    case = hall.done("rating", "follow-up", "show", number)["follow_up"]
    assert (case["state"], case["appeal"], case["satisfied"]) == ("closed", None, True)
    assert [(step["action"], step["by"]) for step in case["steps"]] == [
        ("open", None), ("assign", SUPERVISOR), ("contact", HANDLER),
        ("put_right", HANDLER), ("ask", SUPERVISOR), ("close", SUPERVISOR),
    ]  # fmt: skip
