"""The page of bad ratings to be looked at: ``python -m tests.ui.follow_ups.pictures FOLDER``.

People and ratings in it are invented.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from app.domain.follow_up_table import FollowUpAction
from app.texts import Language
from tests.services.at_work import CLERK, MATE, SUPERVISOR
from tests.ui.follow_ups.scenes import SCENES
from tests.ui.follow_ups.station import StationAtWork, station_in
from tests.ui.worklist_hall import hall_of, make_hall_in
from tests.ui.worklist_pictures import main
from ui.follow_ups import rules
from ui.follow_ups.drafts import Appeal
from ui.follow_ups.state import FollowUpsState, Scope


async def nobody(station: StationAtWork) -> None:
    """The sign-in."""
    station.room.presenter.signing.sign_out()


async def first(station: StationAtWork) -> None:
    """The list and its most urgent follow-up."""


async def everything(station: StationAtWork) -> None:
    """Closed ones too."""
    station.room.presenter.listing.show(Scope.ALL)
    await station.until(lambda s: s.scope is Scope.ALL and any(row.due is None for row in s.rows or ()))
    await _look(station, "0001")


async def long_one(station: StationAtWork) -> None:
    """A long story."""
    await _look(station, "0030")


async def warned(station: StationAtWork) -> None:
    """A story with a warning that a rule gave."""
    await _look(station, "0003")


async def calling(station: StationAtWork) -> None:
    """Whom to call, in the clear."""
    await _look(station, "0006")
    station.room.presenter.acting.reveal()
    await station.until(lambda s: s.revealed is not None)


async def assigning(station: StationAtWork) -> None:
    """A handler to be chosen."""
    await _look(station, "0006")
    station.room.presenter.acting.choose(FollowUpAction.ASSIGN)
    station.room.view.focus_action()


async def reviewing(station: StationAtWork) -> None:
    """An appeal to be decided; without an answer it is not."""
    await _look(station, "0003")
    station.room.presenter.acting.choose(rules.REVIEW)
    station.room.presenter.acting.act()


async def appealing(station: StationAtWork) -> None:
    """The rated clerk's appeal."""
    station.room.presenter.appealing.open()
    station.room.presenter.appealing.write(Appeal("差评〔2026〕0006", "当时叫号系统坏了，不是我让人等"))


MOMENTS = {
    "signin": ("empty", SUPERVISOR, nobody),
    "empty": ("empty", SUPERVISOR, first),
    "first": ("normal", SUPERVISOR, first),
    "mate": ("normal", MATE, first),
    "all": ("normal", SUPERVISOR, everything),
    "warned": ("normal", SUPERVISOR, warned),
    "calling": ("normal", SUPERVISOR, calling),
    "assigning": ("normal", SUPERVISOR, assigning),
    "reviewing": ("normal", SUPERVISOR, reviewing),
    "appealing": ("normal", CLERK, appealing),
    "overfull": ("overfull", SUPERVISOR, first),
    "long": ("overfull", SUPERVISOR, long_one),
}


async def _look(station: StationAtWork, ending: str) -> None:
    if station.state.scope is not Scope.ALL:
        station.room.presenter.listing.show(Scope.OPEN)
        await station.until(lambda s: s.scope is Scope.OPEN and s.rows)
    number = next(row.number for row in station.state.rows or () if row.number.endswith(ending))
    station.room.presenter.listing.open(number)
    await station.until(lambda s: s.page is not None and s.page.row.number == number)


def _settled(state: FollowUpsState) -> bool:
    return (
        state.rows is not None and bool(state.staff) and (state.page is not None or not rules.listed(state))
    )


@asynccontextmanager
async def arranged(
    folder: Path, moment: str, paper: Path, language: Language, size: tuple[int, int]
) -> AsyncIterator[StationAtWork]:
    """The room, brought to its moment."""
    _, actor, prepare = MOMENTS[moment]
    async with (
        hall_of(folder) as hall,
        station_in(hall, paper, actor, language=language, size=size) as station,
    ):
        hall.pass_time(hours=DAYS[MOMENTS[moment][0]] * 24 + 1)
        station.room.presenter.read_again()
        await station.until(_settled)
        await prepare(station)
        yield station


DAYS = {"empty": 0, "normal": 7, "overfull": 4}
"""How long each scene took."""

if __name__ == "__main__":
    main(MOMENTS, SCENES, make_hall_in, hall_of, arranged)
