"""Who works in the sample hall, and what they do again and again."""

from tests.journeys.station import Station

GUIDE, SUPERVISOR, CLERK, HANDLER = "0003", "0002", "0102", "0101"
ITEM, INITIALS, NAME = "IT057", "zjgcdyq", "在建工程抵押权登记"
SEARCH = "名称、首字母、编码"
ISSUE = "取号并打印"
COMPLETE, MISSING, WRONG = "1", "2", "3"


def pick_item(desk: Station) -> None:
    """Find the item by its initials and take it."""
    desk.asks(SEARCH)
    desk.type(INITIALS)
    desk.until(lambda screen: screen.says(NAME) and not screen.says("全部事项"), "what was searched")
    desk.press("Return")
    desk.can(ISSUE)


def issue(desk: Station, number: str) -> None:
    """Issue the ticket of this number for the item."""
    pick_item(desk)
    desk.press("Return")
    desk.shows(number, "已送打印")


def call(counter: Station, number: str, *, times: int = 1) -> None:
    """Call the next, who must have this number; ``times`` is how often the key is pressed."""
    counter.until(lambda screen: screen.says(number) and screen.can("呼叫下一位"), f"{number} can be called")
    counter.press(*["F2"] * times)
    counter.can("开始办理")


def serve(counter: Station, number: str) -> None:
    """Call the next, who must have this number, and start."""
    call(counter, number)
    counter.press("F4")
    counter.shows("办理用时")
    counter.asks("齐全")


def print_slip(counter: Station) -> None:
    """Issue the notification slip of what was judged; the clerk can go on."""
    counter.press("F9")
    counter.confirms("已送打印机，两份")


def somebody_else(station: Station, number: str) -> None:
    """Another person takes the place at the station."""
    station.click("换人")
    station.sign_in(number)


def hand_out(station: Station, handler: str, *keys: str) -> None:
    """Give the case on the page to this handler, to whom these keys lead."""
    station.can("交办")
    station.press("Return", "Tab", *keys)
    station.until(lambda screen: screen.says(handler), "the handler")
    station.press("ctrl+Return")
    station.until(lambda screen: screen.says("接办", "由其他人员承办"), "the case, handed out")


def take_and_answer(station: Station, answer: str, *, heard: str = "") -> None:
    """Take the case on the page, and tell the person this; ``heard`` is what one who left a phone said before."""
    station.can("接办")
    station.press("ctrl+Return")
    if heard:
        station.until(lambda screen: screen.can("记下联系") and screen.cannot("接办"), "whom to call")
        station.press("Return")
        station.type(heard)
        station.press("ctrl+Return")
        station.until(lambda screen: screen.says("联系本人") and screen.cannot("记下联系"), "who was called")
    station.can("答复本人")
    station.press("Return")
    station.type(answer)
    station.press("ctrl+Return")
    station.until(lambda screen: screen.says(answer) and screen.cannot("答复本人"), "the answer, given")
