from datetime import timedelta
from pathlib import Path

from app.domain.message import Message
from app.ports.documents import Roll
from app.settings import PrinterChoice, StationKind, StationSettings, load_settings
from tests.clock_off import set_clock_off
from tests.postgres import PostgresServer
from tests.ui.first_start.setting_up import setting_up
from tests.ui.stations import SampleHall, make_template
from ui.first_start.address import Address, Place, address_of
from ui.first_start.state import Paper


def settings_for(hall: SampleHall, **more: object) -> StationSettings:
    return StationSettings(database=hall.url, key_file=hall.key_file, **more)  # type: ignore[arg-type]


def is_there(path: Path) -> bool:
    return path.exists()


async def test_from_nothing_to_a_counter(hall: SampleHall, station_home: Path, tmp_path: Path) -> None:
    async with setting_up(StationSettings()) as start:
        presenter = start.presenter
        assert start.view.last.missing == Message("setup.missing.database")
        presenter.change_address(address_of(hall.url), str(hall.key_file))
        presenter.test()
        found = (await start.view.until(lambda s: s.found is not None)).found
        assert found is not None
        assert found.hall.name == "青溪区政务服务中心"
        assert len(found.counters) == 16
        assert not found.clock.is_too_large
        assert start.view.last.missing == Message("setup.missing.station")
        presenter.choose_kind(StationKind.COUNTER)
        assert start.view.last.missing == Message("setup.missing.counter")
        presenter.choose_counter(3)
        presenter.choose_printer(Paper.A4, PrinterChoice(folder=tmp_path))
        presenter.choose_screen("HDMI-1")
        presenter.finish()
        settled = await presenter.settled
        assert settled == load_settings()
        assert (settled.kind, settled.counter, settled.screen) == (StationKind.COUNTER, 3, "HDMI-1")
        assert settled.database == hall.url
        assert settled.a4_printer == PrinterChoice(folder=tmp_path)


async def test_a_tablet_is_asked_for_no_printer_and_an_exceptions_station_for_one_that_prints_records(
    hall: SampleHall, station_home: Path
) -> None:
    async with setting_up(StationSettings()) as start:
        start.presenter.choose_kind(StationKind.RATE)
        assert start.view.last.papers == ()
        start.presenter.choose_kind(StationKind.EXCEPTIONS)
        assert start.view.last.papers == (Paper.A4,)


async def test_nothing_is_kept_before_it_is_complete(hall: SampleHall, station_home: Path) -> None:
    async with setting_up(StationSettings()) as start:
        start.presenter.choose_kind(StationKind.COUNTER)
        start.presenter.finish()
        assert not start.presenter.settled.done()
        assert not is_there(station_home)


async def test_a_postgresql_hall_is_tried_and_found(postgres: PostgresServer, tmp_path: Path) -> None:
    name = postgres.create()
    hall = make_template(tmp_path, postgres.url(name))
    async with setting_up(settings_for(hall)) as start:
        found = (await start.view.until(lambda s: s.found is not None)).found
        assert found is not None
        assert timedelta() < found.clock.round_trip < timedelta(seconds=5)
        assert not found.clock.is_too_large
        assert start.view.last.choices.address.shown == f"127.0.0.1:{postgres.port}"
    postgres.drop(name)


async def test_a_server_that_is_away_is_named_and_the_address_stays_open() -> None:
    async with setting_up(StationSettings()) as start:
        start.presenter.change_address(Address(hosts="127.0.0.1:9", database="hall"), "")
        start.presenter.test()
        failed = await start.view.until(lambda s: s.problem is not None)
        assert failed.problem == Message("setup.database.away", {"where": "127.0.0.1:9"})
        assert failed.editing
        assert failed.working is None


async def test_another_hall_s_key_is_told(hall: SampleHall, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = make_template(tmp_path / "other")
    async with setting_up(StationSettings(database=hall.url, key_file=other.key_file)) as start:
        failed = await start.view.until(lambda s: s.problem is not None)
        assert failed.problem is not None
        assert failed.problem.code == "database.rule.other_key"
        assert failed.missing == Message("setup.missing.database")


async def test_a_file_that_is_not_there_is_not_made(tmp_path: Path, hall: SampleHall) -> None:
    missing = tmp_path / "nowhere.db"
    async with setting_up(StationSettings(database=f"sqlite:///{missing}", key_file=hall.key_file)) as start:
        failed = await start.view.until(lambda s: s.problem is not None)
        assert failed.problem is not None
        assert failed.problem.code == "database.rule.no_schema"
        assert not is_there(missing)


async def test_the_sample_hall_is_made_by_explicit_choice(station_home: Path) -> None:
    async with setting_up(StationSettings()) as start:
        file = station_home / "sample.db"
        start.presenter.change_address(Address(Place.SAMPLE, file=str(file)), "")
        assert not is_there(file)
        start.presenter.test()
        state = await start.view.until(lambda s: s.found is not None)
        assert state.found is not None
        assert state.found.hall.is_sample
        assert state.choices.address.place is Place.FILE


async def test_what_was_found_does_not_hold_for_another_address(hall: SampleHall) -> None:
    async with setting_up(settings_for(hall)) as start:
        await start.view.until(lambda s: s.found is not None)
        start.presenter.edit_address()
        start.presenter.change_address(Address(hosts="other", database="hall"), "")
        assert start.view.last.found is None


async def test_counters_at_work_elsewhere_are_marked_one_s_own_is_not(hall: SampleHall) -> None:
    async with hall.at_work() as people:
        await people.open(2)
        await people.open(3)
    mine = settings_for(hall, kind=StationKind.COUNTER, counter=3)
    async with setting_up(mine) as start:
        state = await start.view.until(lambda s: s.found is not None)
        assert state.found is not None
        assert state.found.in_use(state.own_counter) == {2}


async def test_a_test_page_says_where_it_went_or_why_not(tmp_path: Path) -> None:
    async with setting_up(StationSettings(kind=StationKind.GUIDE_DESK)) as start:
        presenter = start.presenter
        presenter.choose_printer(Paper.A4, PrinterChoice(folder=tmp_path / "paper"))
        presenter.print_proof(Paper.A4)
        done = await start.view.until(lambda s: _told(s.proof(Paper.A4)))
        assert done.proof(Paper.A4).message.code == "setup.proof.done"  # type: ignore[union-attr]
        assert list((tmp_path / "paper").iterdir())
        presenter.choose_printer(Paper.TICKET, PrinterChoice(printer="gone"))
        presenter.print_proof(Paper.TICKET)
        failed = await start.view.until(lambda s: _told(s.proof(Paper.TICKET)))
        assert failed.proof(Paper.TICKET).failed  # type: ignore[union-attr]


def _told(proof: object) -> bool:
    return getattr(proof, "message", None) is not None


async def test_printers_are_listed(tmp_path: Path) -> None:
    async with setting_up(StationSettings()) as start:
        state = await start.view.until(lambda s: s.printers is not None)
        assert state.printers == ("Office", "Tickets")


async def test_settings_that_cannot_be_written_are_told(hall: SampleHall) -> None:
    def full_disk(_settings: StationSettings) -> None:
        raise OSError(28, "No space left on device")

    async with setting_up(settings_for(hall, kind=StationKind.BOARD), full_disk) as start:
        await start.view.until(lambda s: s.found is not None)
        start.presenter.finish()
        assert start.view.last.not_kept == Message("setup.not_kept", {"reason": Message("file.reason.full")})
        assert not start.presenter.settled.done()


async def test_going_back_changes_nothing(hall: SampleHall, station_home: Path) -> None:
    before = settings_for(hall, kind=StationKind.BOARD)
    async with setting_up(before) as start:
        start.presenter.choose_kind(StationKind.GUIDE_DESK)
        start.presenter.go_back()
        assert await start.presenter.settled == before
        assert not is_there(station_home)


async def test_a_clock_that_is_off_is_found(postgres: PostgresServer, tmp_path: Path) -> None:
    name = postgres.create()
    hall = make_template(tmp_path, postgres.url(name))
    await set_clock_off(hall.url, -5)
    async with setting_up(settings_for(hall)) as start:
        found = (await start.view.until(lambda s: s.found is not None)).found
        assert found is not None
        assert found.clock.is_too_large
        assert found.clock.off < timedelta()
    postgres.drop(name)


async def test_the_roll_in_the_ticket_printer_is_kept_where_tickets_are_printed(
    hall: SampleHall, station_home: Path
) -> None:
    for kind, kept in ((StationKind.GUIDE_DESK, Roll.MM58), (StationKind.BOARD, Roll.MM80)):
        async with setting_up(settings_for(hall)) as start:
            await start.view.until(lambda s: s.found is not None)
            start.presenter.choose_kind(kind)
            start.presenter.choose_roll(Roll.MM58)
            start.presenter.finish()
            assert (await start.presenter.settled).ticket_roll is kept
            assert load_settings().ticket_roll is kept


async def test_the_folder_of_files_stays_as_it_stands(hall: SampleHall, station_home: Path) -> None:
    folder = station_home / "share"
    async with setting_up(settings_for(hall, attachments=folder)) as start:
        await start.view.until(lambda s: s.found is not None)
        start.presenter.choose_kind(StationKind.EXCEPTIONS)
        start.presenter.finish()
        assert (await start.presenter.settled).attachments == folder
        assert load_settings().attachments == folder
