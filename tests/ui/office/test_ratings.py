"""The office's page of ratings: figures with their counts, for everybody, and of past days only."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import figures_files
from app.domain.five_ones import Grouping, Ratio, Span
from app.domain.rating_figures import FEWEST, RatingFigure
from app.ports.figures_report import called
from app.services.rating_views import past_ratings
from app.texts import Texts
from tests.refusals import refused
from tests.services.at_work import DAY, HallAtWork
from tests.ui.follow_ups.rated import rated
from tests.ui.office.dressed import dressed_ratings
from tests.ui.office.ratings_scenes import RATINGS_SCENES, report
from tests.ui.office.test_presenter import Screen
from tests.ui.office.test_room import home, room_in
from tests.ui.stations import SampleHall
from tests.ui.worklist_hall import hall_of, make_hall_in
from ui.office.ratings import RatingsPresenter
from ui.office.ratings_state import CountsListing, RatingsState
from ui.office.ratings_view import RatingsView
from ui.office.state import File, Range
from ui.tasks import TaskSupervisor

__all__ = ["home"]


@pytest.fixture
def ratings(qtbot: QtBot, dressed: QApplication) -> RatingsView:
    view = dressed_ratings("zh")
    qtbot.addWidget(view.window)
    view.window.resize(1366, 768)
    view.window.show()
    return view


def test_every_tile_tells_a_share_with_its_counts(ratings: RatingsView) -> None:
    ratings.render(RATINGS_SCENES["ratings"])
    said = {tile.figure: tile.accessibleDescription() for tile in ratings.tiles}
    assert said[RatingFigure.GOOD].startswith("99.2% 252 / 254 ")
    assert said[RatingFigure.BAD] == "0.8% 2 / 254 不满意 1，非常不满意 1"


def test_of_bad_ratings_the_most_stand_first(ratings: RatingsView) -> None:
    ratings.render(RATINGS_SCENES["ratings-bad"])
    shares = [part.length for part in ratings.card.bars.parts]
    assert shares == sorted(shares, key=lambda share: -(share or 0.0))
    assert ratings.card.bars.accessibleDescription().splitlines()[0].startswith("5 ")


def test_the_table_tells_every_level_with_its_share(ratings: RatingsView) -> None:
    ratings.render(RATINGS_SCENES["ratings-table"])
    assert ratings.card.list.isVisible()
    model = ratings.card.list.table.model()
    first = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert first[1:6] == ["43  69.4%", "13  21.0%", "4  6.5%", "1  1.6%", "1  1.6%"]
    assert first[6:] == ["60  96.8%", "2  3.2%", "1"]


def test_of_today_nothing_is_told_and_nothing_is_asked_for(ratings: RatingsView) -> None:
    ratings.render(RATINGS_SCENES["ratings-empty"])
    assert Range.TODAY not in [segment.option.key for segment in ratings.ranges._segments]
    assert ratings.card.open_list.isEnabled() is False


def test_of_too_few_it_is_said_that_they_are(ratings: RatingsView) -> None:
    scene = RATINGS_SCENES["ratings-few"]
    ratings.render(scene)
    lines = ratings.card.bars.accessibleDescription().splitlines()
    assert [line.endswith("— 评价太少，不显示") for line in lines] == [False, False, False, True, True]
    ratings.render(replace(scene, listing=CountsListing(None, scene.report.rows if scene.report else ())))
    model = ratings.card.list.table.model()
    assert model.data(model.index(0, 1)) == "评价太少，不显示"
    ratings.render(RATINGS_SCENES["ratings-too-few"])
    assert {tile.accessibleDescription() for tile in ratings.tiles} == {"—  评价太少，不显示"}
    assert ratings.card.bars.isVisible()


@asynccontextmanager
async def at_work(folder: Path) -> AsyncIterator[tuple[HallAtWork, RatingsPresenter, Screen]]:
    """The page's presenter in a hall of its own."""
    await make_hall_in(folder)
    tasks, view = TaskSupervisor(lambda name, error: None), Screen()
    async with hall_of(folder) as hall:
        files = figures_files(Texts("zh"))
        presenter = RatingsPresenter(hall.ports, files, view, tasks, lambda name, error: None)  # type: ignore[arg-type]
        presenter.start()
        yield hall, presenter, view
        await tasks.close()


async def test_a_rating_counts_from_the_next_day(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (hall, presenter, view):
        for _ in range(FEWEST):
            await rated(hall)
        await presenter.reload()
        state: RatingsState = view.last  # type: ignore[assignment]
        assert state.report is not None
        assert (state.report.whole.total, state.report.span.last) == (0, DAY - timedelta(days=1))
        with refused("rating.rule.next_day"):
            await past_ratings(hall.ports, Span(DAY, DAY))
        presenter.choose_range(Range.FREE)
        presenter.type_days(DAY.isoformat(), DAY.isoformat())
        state = await view.until(lambda s: s.problem is not None)  # type: ignore[assignment]
        assert state.problem is not None
        assert (state.problem.code, state.report) == ("office.ratings.range.wrong", None)

        hall.pass_time(hours=24)
        presenter.choose_range(Range.MONTH)
        state = await view.until(lambda s: s.report is not None)  # type: ignore[assignment]
        assert state.report is not None
        assert state.report.whole.bad == Ratio(FEWEST, FEWEST)
        presenter.choose_grouping(Grouping.COUNTER)
        await view.until(lambda s: s.report is not None and s.report.by is Grouping.COUNTER)
        presenter.open_list()
        state = await view.until(lambda s: s.listing is not None and s.listing.rows is not None)  # type: ignore[assignment]
        assert state.listing is not None
        assert [(row.key, row.bad) for row in state.listing.rows or ()] == [("2", Ratio(FEWEST, FEWEST))]


async def test_what_is_shown_is_saved_and_what_is_too_few_is_not(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (hall, presenter, view):
        await rated(hall)
        hall.pass_time(hours=24)
        await presenter.reload()
        for kind in File:
            presenter.save(kind, tmp_path / f"好差评.{kind}")
            await view.until(lambda s: not s.is_saving)
        first, parts = load_workbook(tmp_path / "好差评.xlsx").worksheets
        assert [first["B5"].value, parts["C3"].value] == ["评价太少，不显示"] * 2
        said = "".join(page.extract_text() for page in PdfReader(tmp_path / "好差评.pdf").pages)
        assert "评价太少" in said
        assert "%" not in said


def test_the_files_are_offered(ratings: RatingsView) -> None:
    ratings.render(RATINGS_SCENES["ratings"])
    assert [button.isVisible() and button.isEnabled() for button in ratings.buttons.values()] == [True, True]


async def test_the_page_is_one_key_away(dressed: QApplication, hall: SampleHall, tmp_path: Path) -> None:
    async with room_in(hall, tmp_path) as room:
        QTest.keyClick(room.widget, Qt.Key.Key_F4)
        assert room.ratings_view.widget.isVisible()


def test_a_counter_is_called_one() -> None:
    row = report(1, Grouping.COUNTER).rows[0]
    assert Texts("zh")(called(row, Grouping.COUNTER)) == "1 号窗口"
    assert Texts("en")(called(replace(row, name="East"), Grouping.COUNTER)) == "Counter 1, East"
