"""Told once, back with everything, accepted, decided, delivered, filed: two trips, two stations, one PostgreSQL."""

from pathlib import Path

from tests.cli.running import Yici
from tests.documents.scanned import scanned
from tests.journeys.conftest import Office, OpenStation
from tests.journeys.people import CLERK, COMPLETE, ITEM, MISSING, print_slip, serve
from tests.journeys.station import Station

MISSED = 3
MATERIALS = 8
NAME = "王小敏"


def test_from_three_shortcomings_to_the_file(
    open_station: OpenStation, hall_url: str, office: Office
) -> None:
    hall = office(hall_url)
    counter = open_station(hall_url, "counter-desk", "--number", "2")
    cases = open_station(hall_url, "cases")
    counter.sign_in(CLERK)
    cases.sign_in(CLERK)

    assert _figures(hall) == {"one_trip": (0, 0), "one_day": (0, 0), "told_once": (0, 0)}
    _comes(hall, "--name", NAME)
    _is_told_once(counter)
    number = _case(hall, "notified")["number"]
    slip = _takes_the_slip_home(counter, hall, number)
    assert _figures(hall) == {"one_trip": (0, 0), "one_day": (0, 0), "told_once": (1, 1)}
    cases.shows(number, "待补正")
    _brings_its_case_up(cases, slip)
    _comes(hall)
    _shows_the_slip_ticks_off_what_came_and_is_accepted(counter, slip)
    assert len(_case(hall, "accepted")["trips"]) == 2
    _goes_its_way_to_the_file(cases)
    assert _figures(hall) == {"one_trip": (0, 1), "one_day": (1, 1), "told_once": (1, 1)}
    story = [step["action"] for step in _case(hall, "archived")["steps"]]
    assert story == ["receive", "notify", "supplement", "accept", "decide", "deliver", "archive"]
    assert cases.close() == 0
    assert counter.close("关窗并离开") == 0


def _comes(hall: Yici, *known: str) -> None:
    """Takes a number; without a name only a paper tells who it is."""
    hall.done("ticket", "issue", "--item", ITEM, *known)


def _figures(hall: Yici) -> dict[str, tuple[int, int]]:
    """Numerator and denominator of what this person's two trips change."""
    found = hall.done("five-ones")["five_ones"]["hall"]
    return {
        name: (found[name]["numerator"], found[name]["denominator"])
        for name in ("one_trip", "one_day", "told_once")
    }


def _is_told_once(counter: Station) -> None:
    serve(counter, "A001")
    counter.press(*[MISSING] * MISSED, *[COMPLETE] * (MATERIALS - MISSED))
    counter.shows(f"其中 {MISSED} 项要补")
    print_slip(counter)
    counter.press("F5")
    counter.asks("一次性告知")
    counter.press("Return")
    counter.shows("刚办完", "A001")


def _takes_the_slip_home(counter: Station, hall: Yici, case: str) -> Path:
    """The paper that lies in the tray: two copies that name the case and all that is missing."""
    counter.until(lambda screen: counter.place.printed(), "the slip in the tray")
    (slip,) = counter.place.printed()
    (said,) = counter.place.papers()
    assert said.count("一次性告知单") == 2
    missing = hall.done("catalogue", "show", ITEM)["item"]["materials"][:MISSED]
    for words in (case, *(material["name"] for material in missing)):
        assert "".join(said.split()).count("".join(words.split())) == 2
    return slip


def _brings_its_case_up(cases: Station, slip: Path) -> None:
    """Wherever the keyboard is: what the reader types is no key of the window."""
    code = scanned(slip.read_bytes())
    assert "/" in code, "which by hand leads to the search"
    cases.press("ctrl+f", "Escape")
    cases.scan(code)
    cases.shows("一次性告知单", "有效", code)


def _shows_the_slip_ticks_off_what_came_and_is_accepted(counter: Station, slip: Path) -> None:
    serve(counter, "A002")
    counter.press("F11")
    counter.shows("这次来办哪个办件", "没有找到")
    counter.scan(scanned(slip.read_bytes()))
    counter.shows("来了的按数字键勾掉", "有效")
    counter.press("1", "2", "3", "Return")
    counter.until(lambda screen: not screen.says("这次来办哪个办件"), "the sheet, put away")
    counter.press("F5")
    counter.asks("受理")
    counter.press("Return")
    counter.can(
        "呼叫下一位"
    )  # the first trip is “just done” all the while: only the free counter says that this one is


def _goes_its_way_to_the_file(cases: Station) -> None:
    cases.can("作出决定")
    cases.press("Return", "1", "ctrl+Return")
    cases.can("送达")
    cases.press("ctrl+Return")
    cases.can("归档")
    cases.press("ctrl+Return")
    cases.until(lambda screen: screen.cannot("归档"), "the case, on file")


def _case(hall: Yici, state: str) -> dict[str, object]:
    """The one case there is, which must stand there."""
    (row,) = hall.done("case", "list", "--all")["cases"]
    case: dict[str, object] = hall.done("case", "show", row["number"])["case"]
    assert case["state"] == state
    return case
