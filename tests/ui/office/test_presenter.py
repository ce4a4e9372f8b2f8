"""The office follows the hall: figures of the days that are chosen, and files of them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from uuid_utils.compat import uuid7

from app.bootstrap import figures_files, open_hall
from app.domain.errand import Outcome
from app.domain.five_ones import Figure, Grouping, Ratio, Span
from app.domain.ids import CommandId
from app.domain.message import Message
from app.ports.errors import DeviceFailed
from app.ports.figures_report import FiguresReport
from app.services import five_ones
from app.services.calling import start
from app.services.serving import finish
from app.services.sign_in import sign_in
from app.services.use_case import Command, Ports
from app.texts import Texts
from tests.ui.seen import Pauses, Seen
from tests.ui.stations import CLERKS, PASSWORD, People, SampleHall
from ui.office.figures import LEAST_SECONDS
from ui.office.presenter import OfficePresenter
from ui.office.state import File, OfficeState, Range, span_of
from ui.tasks import TaskSupervisor


class Screen(Seen[OfficeState]):
    """Remembers what was said as well."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[Message] = []

    def say(self, message: Message) -> None:
        """Remember what worked."""
        self.said.append(message)


@dataclass
class OfficeAtWork:
    """The presenter, what it shows, what it reported, and its pauses."""

    presenter: OfficePresenter
    view: Screen
    tasks: TaskSupervisor
    pauses: Pauses
    reported: list[BaseException] = field(default_factory=list)
    rests: list[float] = field(default_factory=list)


@asynccontextmanager
async def office_at_work(hall: SampleHall) -> AsyncIterator[OfficeAtWork]:
    """An office that has read the hall for the first time."""
    reported: list[BaseException] = []
    rests: list[float] = []

    def failed(_where: str, error: BaseException) -> None:
        reported.append(error)

    view, pauses, tasks = Screen(), Pauses(), TaskSupervisor(failed)

    async def pause(seconds: float) -> None:
        if seconds >= LEAST_SECONDS:
            rests.append(seconds)
            await pauses(seconds)

    async with open_hall(hall.url, hall.key_file, "office", "zh") as opened:
        files = figures_files(Texts("zh"))
        presenter = OfficePresenter(opened.ports, opened.feed, files, view, tasks, failed, pause=pause)
        presenter.start()
        await view.until(lambda state: state.report is not None)
        yield OfficeAtWork(presenter, view, tasks, pauses, reported, rests)
        await tasks.close()


async def serve(people: People) -> None:
    """One house, done at counter 2."""
    await people.issue()
    await people.call(2)
    ports = people.hall.ports
    actor = await sign_in(ports, CLERKS[2], PASSWORD)
    await start(ports, Command(CommandId(uuid7()), actor), 2)
    await finish(ports, Command(CommandId(uuid7()), actor), 2, Outcome.COMPLETED)


def one_place(state: OfficeState) -> Ratio | None:
    return state.report.whole[Figure.ONE_PLACE] if state.report else None


async def test_what_happens_elsewhere_moves_the_figures(hall: SampleHall) -> None:
    async with office_at_work(hall) as office, hall.at_work() as people:
        assert one_place(office.view.last) == Ratio()
        await people.open(2)
        await serve(people)
        office.pauses.end(LEAST_SECONDS)
        state = await office.view.until(lambda s: one_place(s) == Ratio(1, 1))
        assert state.report is not None
        assert [row.figures[Figure.ONE_PLACE] for row in state.report.rows] == [Ratio(1, 1)]


async def test_parted_by_something_else_with_the_list_behind_a_part(hall: SampleHall) -> None:
    async with office_at_work(hall) as office, hall.at_work() as people:
        await people.open(2)
        await serve(people)
        office.pauses.end(LEAST_SECONDS)
        await office.view.until(lambda s: one_place(s) == Ratio(1, 1))
        office.presenter.choose_grouping(Grouping.COUNTER)
        state = await office.view.until(lambda s: s.report is not None and s.report.by is Grouping.COUNTER)
        assert state.report is not None
        (part,) = state.report.rows
        office.presenter.open_list(part)
        state = await office.view.until(lambda s: s.listing is not None and s.listing.rows is not None)
        assert state.listing is not None
        (row,) = state.listing.rows or ()
        assert (row.number, row.counter, row.counts, state.listing.more) == ("A001", 2, True, False)
        office.presenter.list_missed(missed_only=True)
        await office.view.until(lambda s: s.listing is not None and s.listing.rows == ())
        office.presenter.choose_figure(Figure.ONLINE)
        assert office.view.last.listing is None
        office.presenter.choose_figure(Figure.ONLINE)
        state = await office.view.until(lambda s: s.listing is not None and s.listing.rows is not None)
        assert state.listing is not None
        assert (state.listing.figure, state.listing.part) == (Figure.ONLINE, None)
        office.presenter.close_list()
        assert office.view.last.listing is None


async def test_an_open_list_moves_with_the_hall(hall: SampleHall) -> None:
    async with office_at_work(hall) as office, hall.at_work() as people:
        office.presenter.open_list()
        await office.view.until(lambda s: s.listing is not None and s.listing.rows == ())
        await people.open(2)
        await serve(people)
        office.pauses.end(LEAST_SECONDS)
        await office.view.until(lambda s: s.listing is not None and len(s.listing.rows or ()) == 1)


async def test_what_is_saved_is_what_is_shown(hall: SampleHall, tmp_path: Path) -> None:
    async with office_at_work(hall) as office, hall.at_work() as people:
        await people.open(2)
        await serve(people)
        office.pauses.end(LEAST_SECONDS)
        await office.view.until(lambda s: one_place(s) == Ratio(1, 1))
        office.presenter.choose_grouping(Grouping.DAY)
        await office.view.until(lambda s: s.report is not None and s.report.by is Grouping.DAY)
        office.presenter.open_list()
        for kind in File:
            office.presenter.save(kind, tmp_path / f"shown.{kind}")
            await office.view.until(lambda s: not s.is_saving)
        book = load_workbook(tmp_path / "shown.xlsx")
        assert [page.title for page in book.worksheets] == ["五个一", "按日", "清单"]
        assert book.worksheets[2]["A3"].value == "A001"
        said = "".join(page.extract_text() for page in PdfReader(tmp_path / "shown.pdf").pages)
        for words in ("只跑一处（按日）", "只跑一处：清单", "A001", "始终在一个窗口办"):
            assert words in said, words


async def test_a_full_hall_is_not_counted_at_every_ticket(hall: SampleHall) -> None:
    async with office_at_work(hall) as office:
        assert office.rests == [LEAST_SECONDS]


async def test_the_figures_of_other_days_come_too_late(
    hall: SampleHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow count of the month ends after the person went over to today: today's figures stay."""
    async with office_at_work(hall) as office:
        released, counting = asyncio.Event(), five_ones.report

        async def slow(ports: Ports, span: Span, by: Grouping) -> FiguresReport:
            if span.first != span.last:
                await released.wait()
            return replace(await counting(ports, span, by), hall="slow" if span.first != span.last else "")

        monkeypatch.setattr(five_ones, "report", slow)
        late = office.tasks.start(office.presenter.reload(), name="late")
        await asyncio.sleep(0)
        office.presenter.choose_range(Range.TODAY)
        await office.view.until(lambda s: s.report is not None and s.report.hall == "")
        released.set()
        await late
        assert office.view.last.report is not None
        assert office.view.last.report.hall == ""


async def test_other_days(hall: SampleHall) -> None:
    async with office_at_work(hall) as office:
        assert office.view.last.hall is not None
        today = office.view.last.hall.day
        office.presenter.choose_range(Range.TODAY)
        await office.view.until(lambda s: s.report is not None and s.report.span == Span(today, today))
        office.presenter.choose_range(Range.FREE)
        assert (office.view.last.first, office.view.last.last) == (today.isoformat(), today.isoformat())
        office.presenter.type_days("2026-02-01", "2026-01-01")
        state = await office.view.until(lambda s: s.problem is not None)
        assert state.report is None
        office.presenter.type_days("2026-01-01", "2026-02-01")
        state = await office.view.until(lambda s: s.problem is None)
        assert state.report is not None
        assert state.report.span == Span(date(2026, 1, 1), date(2026, 2, 1))


@pytest.mark.parametrize("kind", File)
async def test_saved_once_and_never_over_another_file(hall: SampleHall, tmp_path: Path, kind: File) -> None:
    async with office_at_work(hall) as office:
        path = tmp_path / f"figures.{kind}"
        for _ in range(2):
            office.presenter.save(kind, path)
            assert office.view.last.is_saving
            await office.view.until(lambda s: not s.is_saving)
        assert path.read_bytes()[:2] == (b"%P" if kind is File.PDF else b"PK")
        assert office.view.said == [Message("office.saved", {"file": str(path)})]
        office.pauses.end(LEAST_SECONDS)
    assert [type(error) for error in office.reported] == [DeviceFailed]


@pytest.mark.parametrize(
    ("chosen", "first"),
    [
        (Range.TODAY, date(2026, 8, 18)),
        (Range.MONTH, date(2026, 8, 1)),
        (Range.QUARTER, date(2026, 7, 1)),
    ],
)
def test_days_of_a_range(chosen: Range, first: date) -> None:
    assert span_of(chosen, date(2026, 8, 18), "", "") == Span(first, date(2026, 8, 18))
