"""The exceptions station to be looked at: ``python -m tests.ui.exceptions.pictures FOLDER``.

People and cases in it are invented.
"""

import argparse
import asyncio
import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.domain.exception_case import ExceptionCategory
from app.domain.exception_table import ExceptionAction
from app.ports.change_feed import Touch
from app.texts import Language
from tests.postgres import in_own_loop
from tests.ui.exceptions.hall import HANDLER, SUPERVISOR, hall_in, make_hall
from tests.ui.exceptions.scenes import SCENES
from tests.ui.exceptions.station import StationAtWork, station_in
from ui.exceptions.drafts import CaseDraft, NewCase
from ui.exceptions.state import ExceptionsState, Scope
from ui.loop import run
from ui.theme import THEMES, Look, active, load_fonts
from ui.widgets.focus_ring import FocusRing

SETTLE = 0.3
"""Seconds for layouts to come to rest."""
SIZES = {"small": (1366, 768), "large": (1920, 1080)}


async def nobody(station: StationAtWork) -> None:
    """The sign-in."""
    station.room.presenter.signing.sign_out()


async def first(station: StationAtWork) -> None:
    """The list and its most urgent case."""


async def the_story(station: StationAtWork) -> None:
    """The case of the mock-up, in the hands of who is signed in."""
    await _look(station, "0002")


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
    presenter.registering.search_item("gjj")
    presenter.typed.write_new(
        NewCase("公积金账户里的名字是曾用名，提取时被退回三次", category=ExceptionCategory.MANY_TRIPS)
    )


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
    "overfull": ("overfull", SUPERVISOR, first),
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


async def shoot(
    halls: dict[str, Path], moment: str, language: Language, size: tuple[int, int], path: Path
) -> None:
    """Open the room, bring it to its moment, and save the picture."""
    scene, actor, prepare = MOMENTS[moment]
    os.environ["YICI_HOME"] = tempfile.mkdtemp(dir=halls[scene])
    async with (
        hall_in(halls[scene]) as hall,
        station_in(hall, path.parent, actor, language=language, size=size) as station,
    ):
        await station.until(_settled)
        await prepare(station)
        await asyncio.sleep(SETTLE)
        station.room.widget.grab().save(str(path))


async def _prepare(folder: Path) -> None:
    await make_hall(folder / "empty")
    for scene in ("normal", "overfull"):
        shutil.copytree(folder / "empty", folder / scene)
    for scene, play in SCENES.items():
        async with hall_in(folder / scene) as hall:
            await play(hall)


def main() -> None:
    """Draw moments; without options all of them in every look."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--moment", choices=MOMENTS, action="append")
    parser.add_argument("--language", choices=("zh", "en"), action="append")
    parser.add_argument("--theme", choices=("light", "dark"), action="append")
    parser.add_argument("--size", choices=SIZES, action="append")
    parser.add_argument("--scale", type=float, default=1.0)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp())
    (work / "empty").mkdir()
    in_own_loop(lambda: _prepare(work))
    halls = {scene: work / scene for scene in SCENES}

    async def draw(app: QApplication) -> int:
        load_fonts()
        ring = FocusRing(app)
        for moment in asked.moment or MOMENTS:
            for language in asked.language or ("zh", "en"):
                for theme in asked.theme or ("light", "dark"):
                    for size in asked.size or SIZES:
                        active.apply(Look(THEMES[theme], asked.scale))
                        path = asked.folder / f"{moment}-{language}-{theme}-{size}.png"
                        await shoot(halls, moment, language, SIZES[size], path)
        ring.deleteLater()
        return 0

    run(draw)
    shutil.rmtree(work)


if __name__ == "__main__":
    main()
