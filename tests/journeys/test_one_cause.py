"""Cards fail at the tax counter: registered twice, one cause, put right, on file, and open again at the third time."""

import re

from tests.cli.running import Yici
from tests.journeys.conftest import Office, OpenStation
from tests.journeys.people import COMPLETE, SUPERVISOR, hand_out, serve, somebody_else, take_and_answer
from tests.journeys.screen import Screen
from tests.journeys.station import Station

COUNTER, TAX_CLERK, ITEM, UNIT = "16", "0116", "IT058", "税务"
UNIT_AT = 17
"""Where the unit is in the list of departments, which is by their codes."""
FIRST = "card payment of tax refused, terminal says system busy"
SECOND = "cannot pay tax by card, terminal busy"
THIRD = "terminal refuses cards, tax not paid"
CAUSE = "certificate of the terminals ran out"
MEASURE, PROOF = "new certificates, renewed by calendar", "20 cards tried, all taken"
SETTLED = "paid by card on the next day"
NUMBER = re.compile(r"例外〔\d{4}〕\d{4}")


def test_what_recurs_has_its_cause_removed(open_station: OpenStation, hall_url: str, office: Office) -> None:
    hall = office(hall_url)
    counter = open_station(hall_url, "counter-desk", "--number", COUNTER)
    supervision = open_station(hall_url, "exceptions")
    counter.sign_in(TAX_CLERK)
    supervision.sign_in(SUPERVISOR)

    first = _registers(counter, hall, "E001", FIRST)
    second = _registers(counter, hall, "E002", SECOND, like=(f"{first} · 办理中",))
    _puts_both_into_one_group(supervision, first)
    (group,) = hall.done("exception", "group", "list")["groups"]
    assert (group["cause"], group["cases"]) == (CAUSE, 2)
    _plans_and_hands_out(supervision)
    _answers_and_proves(supervision)
    _reviews(supervision)
    assert _states(hall, first, second) == ["closed", "closed"]
    assert _group(hall)["state"] == "closed"

    third = _registers(counter, hall, "E003", THIRD, like=(group["number"], SETTLED))
    _says_it_is_the_same(supervision, third)
    again = _group(hall)
    assert (again["state"], [case["number"] for case in again["cases"]]) == (
        "rectifying",
        [first, second, third],
    )
    assert supervision.close() == 0
    assert counter.close("关窗并离开") == 0


def _registers(counter: Station, hall: Yici, ticket: str, told: str, *, like: tuple[str, ...] = ()) -> str:
    """Serve somebody whose card is refused; while the clerk tells it, cases like it appear beside the words."""
    hall.done("ticket", "issue", "--item", ITEM)
    serve(counter, ticket)
    counter.press("F10")
    counter.asks("什么事办不成")
    counter.press("alt+2")
    counter.type(told)
    counter.shows(*like)
    counter.press("ctrl+Return")
    counter.confirms("已登记")
    materials = hall.done("catalogue", "show", ITEM)["item"]["materials"]
    counter.press(*[COMPLETE] * len(materials), "F5")
    counter.asks("办结")
    counter.press("Return")
    counter.confirms("刚办完", ticket)
    case = max(hall.done("exception", "list")["exceptions"], key=lambda case: case["number"])
    assert case["category"] == "payment"
    return str(case["number"])


def _puts_both_into_one_group(station: Station, first: str) -> None:
    """The case like it is ticked already; only the cause must be told."""
    _look_at(station, SECOND, "完成研判")
    station.until(lambda screen: screen.says(f"{first} · 办理中"), "the case that is like it")
    station.press("ctrl+g")
    station.asks("根因")
    station.type(CAUSE)
    station.press("ctrl+Return")
    station.can("定整改")


def _plans_and_hands_out(station: Station) -> None:
    """What is done about the cause, by which unit; and each case goes to the clerk of that unit."""
    station.asks("整改单位")
    station.press(*["Down"] * UNIT_AT)
    station.until(lambda screen: screen.is_on(UNIT), "the unit, chosen")
    station.press("Tab", "Tab")
    station.type(MEASURE)
    station.press("ctrl+Return")
    station.shows("整改，写明佐证")
    for told in (FIRST, SECOND):
        _look_at(station, told, "完成研判")
        station.press("ctrl+Return")
        hand_out(station, TAX_CLERK, "End")
        station.until(lambda screen, told=told: not screen.find(told, "ListItem"), f"“{told}” with the clerk")


def _answers_and_proves(station: Station) -> None:
    """The tax clerk answers those two people, and says what shows that it cannot happen to others."""
    somebody_else(station, TAX_CLERK)
    for told in (FIRST, SECOND):
        _look_at(station, told, "接办")
        take_and_answer(station, SETTLED)
        station.shows("快到期")  # what was answered is due sooner: the list has put it first
    station.press("ctrl+g")
    station.can("提交佐证")
    station.click("说明")
    station.type(PROOF)
    station.press("ctrl+Return")
    station.shows("复核（须由他人）")


def _reviews(station: Station) -> None:
    """Somebody else looks: the group is closed and both cases with it."""
    somebody_else(station, SUPERVISOR)
    _look_at(station, FIRST, "归档")
    station.press("ctrl+g")
    station.can("复核销号")
    station.press("ctrl+Return")
    station.shows("复核通过，销号")


def _says_it_is_the_same(station: Station, case: str) -> None:
    """The group of the cases like it stands there already."""
    _look_at(station, THIRD, "完成研判")
    station.until(lambda screen: screen.says("在 同因"), "the group of the case that is like it")
    station.press("ctrl+g")
    station.shows("该组已经销号")
    station.press("ctrl+Return")
    station.shows(f"{case} 又发生，重新整改")


def _look_at(station: Station, told: str, action: str) -> None:
    """Choose a case in the list; its page comes, and this is next with it."""
    station.until(lambda screen: screen.find(told, "ListItem"), f"“{told}” in the list")
    station.click(told)
    station.until(lambda screen: _is_about(screen, told) and screen.can(action), f"“{told}” with “{action}”")


def _is_about(screen: Screen, told: str) -> bool:
    """Whether the page's head tells this: where it stands, how urgent it is and its number stand behind it."""
    words = [sight.words for sight in screen.sights if sight.words]
    return any(
        first == told and NUMBER.fullmatch(number) for first, number in zip(words, words[3:], strict=False)
    )


def _states(hall: Yici, *cases: str) -> list[str]:
    return [hall.done("exception", "show", number)["exception"]["state"] for number in cases]


def _group(hall: Yici) -> dict[str, object]:
    (row,) = hall.done("exception", "group", "list", "--all")["groups"]
    group: dict[str, object] = hall.done("exception", "group", "show", row["number"])["group"]
    return group
