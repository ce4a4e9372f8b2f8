"""The cases station to be looked at: ``python -m tests.ui.cases.pictures FOLDER``.

People and cases in it are invented.
"""

import argparse
import asyncio
import os
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.domain.case_parts import Result, WatchKind
from app.domain.case_table import CaseAction, CaseState
from app.ports.change_feed import Touch
from app.ports.rows import CaseRow
from app.texts import Language
from tests.postgres import in_own_loop
from tests.services.at_work import CLERK, make_hall
from tests.ui.cases.scenes import FIRM, SCENES, WATER
from tests.ui.cases.station import StationAtWork, hall_of, station_in
from ui.cases.drafts import CaseDraft
from ui.cases.state import CasesState, Scope
from ui.loop import run
from ui.theme import THEMES, Look, active, load_fonts
from ui.widgets.focus_ring import FocusRing

SETTLE = 0.3
"""Seconds for layouts to come to rest."""
SIZES = {"small": (1366, 768), "large": (1920, 1080)}


async def _look(
    station: StationAtWork, wanted: Callable[[CaseRow], bool], action: CaseAction | None = None
) -> None:
    listing = station.room.presenter.listing
    listing.show(Scope.ALL)
    await station.until(lambda state: state.scope is Scope.ALL and len(state.rows or ()) > 5)
    number = next(row.number for row in station.state.rows or () if wanted(row))
    listing.show(Scope.OPEN)
    listing.open(number)
    await station.until(
        lambda s: s.scope is Scope.OPEN and s.page is not None and s.page.row.number == number
    )
    if action is not None:
        station.room.presenter.acting.choose(action)
    station.room.view.focus_action()


async def nobody(station: StationAtWork) -> None:
    """The sign-in."""
    station.room.presenter.signing.sign_out()


async def first(station: StationAtWork) -> None:
    """The list and its most urgent case."""


async def to_tell(station: StationAtWork) -> None:
    """A licence that nobody has told yet: when it counts as accepted."""
    await _look(station, lambda row: row.applicant == FIRM.organisation)


async def told(station: StationAtWork) -> None:
    """What was missing, to be ticked off."""
    await _look(station, lambda row: row.state is CaseState.NOTIFIED)
    assert station.state.page is not None
    first = station.state.page.outstanding[0].material
    station.room.presenter.typed.write_case(CaseDraft(ticked=frozenset({first})))


async def judging(station: StationAtWork) -> None:
    """Every material judged before anything is told."""
    await _look(station, lambda row: row.applicant == FIRM.organisation, CaseAction.NOTIFY)
    station.room.presenter.acting.act()


async def again(station: StationAtWork) -> None:
    """A further notice, countersigned."""
    await _look(station, lambda row: row.state is CaseState.NOTIFIED, CaseAction.NOTIFY_AGAIN)


async def no_limit(station: StationAtWork) -> None:
    """An item whose page names no limit."""
    await _look(station, lambda row: row.item == WATER)


async def deciding(station: StationAtWork) -> None:
    """A denial without reasons is not taken."""
    await _look(
        station, lambda row: bool(row.watch and row.watch.kind is WatchKind.DECIDE), CaseAction.DECIDE
    )
    station.room.presenter.typed.write_case(CaseDraft(result=Result.DENIED))
    station.room.presenter.acting.act()


async def suspended(station: StationAtWork) -> None:
    """A special procedure."""
    await _look(station, lambda row: row.state is CaseState.SUSPENDED)


async def delivering(station: StationAtWork) -> None:
    """A decision that has to reach its applicant."""
    await _look(station, lambda row: row.state is CaseState.DECIDED)


async def delivered(station: StationAtWork) -> None:
    """Delivered, not on file yet."""
    await _look(station, lambda row: row.state is CaseState.DELIVERED)


async def out_of_touch(station: StationAtWork) -> None:
    """The hall is out of touch while a step is on its way."""
    await _look(station, lambda row: row.state is CaseState.DECIDED)
    station.room.view.render(replace(station.state, touch=Touch.LOST, busy=True, unconfirmed=True))


Prepare = Callable[[StationAtWork], Awaitable[None]]
MOMENTS: Mapping[str, tuple[str, Prepare]] = {
    "sign-in": ("empty", nobody),
    "empty": ("empty", first),
    "list": ("normal", first),
    "to-tell": ("normal", to_tell),
    "told": ("normal", told),
    "judging": ("normal", judging),
    "again": ("normal", again),
    "no-limit": ("normal", no_limit),
    "deciding": ("normal", deciding),
    "suspended": ("normal", suspended),
    "delivering": ("normal", delivering),
    "delivered": ("normal", delivered),
    "away": ("normal", out_of_touch),
    "overfull": ("overfull", first),
}


def _settled(state: CasesState) -> bool:
    return state.rows is not None and (state.page is not None or not state.rows)


async def shoot(
    halls: dict[str, Path], moment: str, language: Language, size: tuple[int, int], path: Path
) -> None:
    """Open the room, bring it to its moment, and save the picture."""
    scene, prepare = MOMENTS[moment]
    os.environ["YICI_HOME"] = tempfile.mkdtemp(dir=halls[scene])
    async with (
        hall_of(halls[scene]) as hall,
        station_in(hall, path.parent, CLERK, language=language, size=size) as station,
    ):
        hall.pass_time(hours=24 * 12 if scene != "empty" else 0)
        station.room.presenter.listing.show(Scope.OPEN)
        await station.until(lambda s: s.scope is Scope.OPEN and _settled(s))
        await prepare(station)
        await asyncio.sleep(SETTLE)
        station.room.widget.grab().save(str(path))


async def _prepare(folder: Path) -> None:
    (folder / "empty").mkdir()
    await make_hall(f"sqlite:///{folder / 'empty' / 'hall.db'}", folder / "empty" / "hall.key")
    for scene in ("normal", "overfull"):
        shutil.copytree(folder / "empty", folder / scene)
    for scene, play in SCENES.items():
        async with hall_of(folder / scene) as hall:
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
