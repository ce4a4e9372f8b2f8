"""The exceptions station to be looked at: ``python -m tests.ui.exceptions.pictures FOLDER``.

People and cases in it are invented.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from app.domain.exception_category import ExceptionCategory
from app.domain.exception_table import ExceptionAction
from app.ports.change_feed import Touch
from app.ports.rows import GroupRow
from app.texts import Language
from tests.ui.exceptions.hall import ADMINISTRATOR, HANDLER, OTHER_CLERK, SUPERVISOR, hall_in, make_hall
from tests.ui.exceptions.scenes import SCENES
from tests.ui.exceptions.station import StationAtWork, station_in
from tests.ui.worklist_pictures import SETTLE, main
from ui.exceptions.drafts import CaseDraft, NewCase
from ui.exceptions.group_state import GroupDeed, JoinDraft
from ui.exceptions.state import ExceptionsState, Scope


async def nobody(station: StationAtWork) -> None:
    """The sign-in."""
    station.room.presenter.signing.sign_out()


async def first(station: StationAtWork) -> None:
    """The list and its most urgent case."""


async def the_story(station: StationAtWork) -> None:
    """The case of the mock-up, in the hands of who is signed in."""
    await _look(station, "0002")
    await station.until(lambda state: state.alike)


async def long_ones(station: StationAtWork) -> None:
    """A long case, with long ones beside it."""
    number = next(row.number for row in station.state.rows or () if len(row.summary) > 60)
    station.room.presenter.listing.open(number)
    await station.until(lambda state: state.alike_to == number)


async def triage(station: StationAtWork) -> None:
    """A case to be triaged."""
    await _look(station, "0006")


async def assign(station: StationAtWork) -> None:
    """A case to be assigned."""
    await _look(station, "0003")


async def everything(station: StationAtWork) -> None:
    """Closed cases too, with an answer typed that is not said yet."""
    station.room.presenter.listing.show(Scope.ALL)
    await station.until(lambda state: state.scope is Scope.ALL and len(state.rows or ()) > 8)


async def refused(station: StationAtWork) -> None:
    """A return without a reason."""
    await _look(station, "0007")
    station.room.presenter.acting.choose(ExceptionAction.RETURN)
    station.room.presenter.acting.act()


async def new(station: StationAtWork) -> None:
    """A case being registered."""
    presenter = station.room.presenter
    presenter.registering.open()
    presenter.registering.items.search("gjj")
    presenter.registering.write(
        NewCase("公积金账户里的名字是曾用名，提取时被退回三次", category=ExceptionCategory.MANY_TRIPS)
    )
    await station.until(lambda state: state.similar)


async def the_groups(station: StationAtWork) -> None:
    """The list of groups, and the one that is being rectified."""
    station.room.presenter.listing.show(Scope.GROUPS)
    await station.until(lambda state: any(isinstance(row, GroupRow) for row in state.rows or ()))
    rows = [row for row in station.state.rows or () if isinstance(row, GroupRow)]
    station.room.presenter.listing.open(max(rows, key=lambda row: row.cases).number)
    await station.until(lambda state: state.group is not None)
    station.room.view.focus_action()


async def an_answer(station: StationAtWork) -> None:
    """A department answers whether it has the same."""
    await the_groups(station)
    station.room.presenter.grouping.choose(GroupDeed.ANSWER)


async def asking(station: StationAtWork) -> None:
    """Departments are asked once more."""
    await the_groups(station)
    station.room.presenter.grouping.choose(GroupDeed.ASK)


async def joining(station: StationAtWork) -> None:
    """A case is put into the group of one like it."""
    await _look(station, "0012")
    await station.until(lambda state: state.own_alike)
    station.room.presenter.grouping.toggle()
    await station.until(lambda state: state.known_groups)


async def a_new_cause(station: StationAtWork) -> None:
    """A case begins a group, with another one like it."""
    await joining(station)
    others = tuple(one.case.number for one in station.state.own_alike[:1])
    station.room.presenter.grouping.write_join(JoinDraft(cause="刷卡机证书", others=others))


async def with_files(station: StationAtWork) -> None:
    """The case of the mock-up, with others asked for their parts, and files."""
    await _look(station, "0002")
    await station.until(lambda state: state.page is not None and state.page.attachments)


async def files_of_others(station: StationAtWork) -> None:
    """The same case, looked at by somebody whose business its files are not."""
    await with_files(station)


async def sign_off(station: StationAtWork) -> None:
    """A negative answer that waits for another."""
    await _look(station, "0010")


async def deny(station: StationAtWork) -> None:
    """A negative answer being written where contact is owed still."""
    await _look(station, "0011")
    station.room.presenter.acting.choose(ExceptionAction.DENY)


async def ask_for_a_part(station: StationAtWork) -> None:
    """Another department being asked."""
    await _look(station, "0011")
    station.room.presenter.acting.choose(ExceptionAction.JOIN)


async def risen(station: StationAtWork) -> None:
    """An overdue case that has risen."""
    await _look(station, "0001")


async def out_of_touch(station: StationAtWork) -> None:
    """The hall is out of touch while an answer is on its way."""
    await _look(station, "0002")
    station.room.presenter.typed.write_case(
        CaseDraft("先变更房产证地址，再落户；3月20日前由不动产登记窗口办好。")
    )
    state = replace(station.state, touch=Touch.LOST, busy=True, unconfirmed=True)
    await asyncio.sleep(SETTLE)
    station.room.view.render(state)
    await asyncio.sleep(1.2)


MOMENTS = {
    "signin": ("empty", SUPERVISOR, nobody),
    "empty": ("empty", SUPERVISOR, first),
    "first": ("normal", SUPERVISOR, first),
    "story": ("normal", HANDLER, the_story),
    "triage": ("normal", SUPERVISOR, triage),
    "assign": ("normal", SUPERVISOR, assign),
    "all": ("normal", HANDLER, everything),
    "refused": ("normal", SUPERVISOR, refused),
    "new": ("normal", SUPERVISOR, new),
    "away": ("normal", HANDLER, out_of_touch),
    "groups": ("groups", SUPERVISOR, the_groups),
    "answer": ("groups", SUPERVISOR, an_answer),
    "ask": ("groups", SUPERVISOR, asking),
    "join": ("groups", SUPERVISOR, joining),
    "cause": ("groups", SUPERVISOR, a_new_cause),
    "many": ("many", SUPERVISOR, the_groups),
    "joint": ("worked", HANDLER, with_files),
    "part": ("worked", OTHER_CLERK, with_files),
    "others": ("worked", ADMINISTRATOR, files_of_others),
    "sign_off": ("worked", SUPERVISOR, sign_off),
    "deny": ("worked", HANDLER, deny),
    "ask_part": ("worked", SUPERVISOR, ask_for_a_part),
    "risen": ("worked", SUPERVISOR, risen),
    "overfull": ("overfull", SUPERVISOR, first),
    "long": ("overfull", SUPERVISOR, long_ones),
}


async def _look(station: StationAtWork, ending: str) -> None:
    station.room.presenter.listing.show(Scope.OPEN)
    await station.until(lambda state: len(state.rows or ()) > 5 and state.scope is Scope.OPEN)
    number = next(row.number for row in station.state.rows or () if row.number.endswith(ending))
    station.room.presenter.listing.open(number)
    await station.until(lambda state: state.page is not None and state.page.row.number == number)
    station.room.view.focus_action()


def _settled(state: ExceptionsState) -> bool:
    return state.rows is not None and bool(state.staff) and (state.page is not None or not state.rows)


@asynccontextmanager
async def arranged(
    folder: Path, moment: str, paper: Path, language: Language, size: tuple[int, int]
) -> AsyncIterator[StationAtWork]:
    """The room, brought to its moment."""
    _, actor, prepare = MOMENTS[moment]
    async with (
        hall_in(folder) as hall,
        station_in(hall, paper, actor, language=language, size=size) as station,
    ):
        await station.until(_settled)
        await prepare(station)
        yield station


if __name__ == "__main__":
    main(MOMENTS, SCENES, make_hall, hall_in, arranged)
