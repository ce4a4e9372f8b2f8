"""Told once, back with everything, accepted, decided, delivered, filed: two trips, two stations, one PostgreSQL."""

from tests.cli.running import Yici
from tests.journeys.conftest import Office, OpenStation
from tests.journeys.people import CLERK, COMPLETE, ITEM, MISSING, serve
from tests.journeys.station import Station

MISSED = 3
MATERIALS = 8
NAME, IDENTITY = "王小敏", "110101199003078494"


def test_from_three_shortcomings_to_the_file(
    open_station: OpenStation, hall_url: str, office: Office
) -> None:
    hall = office(hall_url)
    counter = open_station(hall_url, "counter-desk", "--number", "2")
    cases = open_station(hall_url, "cases")
    counter.sign_in(CLERK)
    cases.sign_in(CLERK)

    _comes(hall)
    _is_told_once(counter)
    number = _case(hall, "notified")["number"]
    cases.shows(number, "待补正")
    _comes(hall)
    _ticks_off_what_came_and_accepts(counter)
    assert len(_case(hall, "accepted")["trips"]) == 2
    _goes_its_way_to_the_file(cases)
    story = [step["action"] for step in _case(hall, "archived")["steps"]]
    assert story == ["receive", "notify", "supplement", "accept", "decide", "deliver", "archive"]
    assert cases.close() == 0
    assert counter.close("关窗并退出") == 0


def _comes(hall: Yici) -> None:
    hall.done("ticket", "issue", "--item", ITEM, "--name", NAME, "--id-number", IDENTITY)


def _is_told_once(counter: Station) -> None:
    serve(counter, "A001")
    counter.press(*[MISSING] * MISSED, *[COMPLETE] * (MATERIALS - MISSED))
    counter.shows(f"其中 {MISSED} 项要补")
    counter.press("F9")
    counter.shows("已送打印机，两份")
    counter.press("F5")
    counter.asks("一次性告知")
    counter.press("Return")
    counter.shows("刚办完", "A001")


def _ticks_off_what_came_and_accepts(counter: Station) -> None:
    serve(counter, "A002")
    counter.press("F11")
    counter.shows("这次来办哪个办件", "来了的按数字键勾掉")
    counter.press("1", "2", "3", "Return")
    counter.until(lambda screen: not screen.says("这次来办哪个办件"), "the sheet, put away")
    counter.press("F5")
    counter.asks("受理")
    counter.press("Return")
    counter.shows("刚办完", "A002")


def _goes_its_way_to_the_file(cases: Station) -> None:
    cases.can("作出决定")
    cases.press("Return", "1", "ctrl+Return")
    cases.can("送达")
    cases.press("ctrl+Return")
    cases.can("归档")
    cases.press("ctrl+Return")
    cases.until(lambda screen: not screen.can("归档"), "the case, on file")


def _case(hall: Yici, state: str) -> dict[str, object]:
    """The one case there is, which must stand there."""
    (row,) = hall.done("case", "list", "--all")["cases"]
    case: dict[str, object] = hall.done("case", "show", row["number"])["case"]
    assert case["state"] == state
    return case
