"""Names the concrete things behind the ports. Loads no Qt; the only place besides the screens' own that does so."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from uuid_utils.compat import uuid7

from app.adapters.attachment_check import OpeningCheck
from app.adapters.attachment_folder import HashedFolder
from app.adapters.folder_paper import FolderPaper
from app.adapters.key_file import Keys, create_keys, has_keys, read_keys
from app.adapters.organisation_code import organisation_code
from app.adapters.passwords import Argon2Passwords
from app.adapters.protector import KeyProtector
from app.adapters.working_days import PublishedWorkingDays
from app.documents.renderer import PdfRenderer
from app.domain.ids import CommandId
from app.ports.case_search import CaseSearch
from app.ports.change_feed import ChangeFeed
from app.ports.exceptions_report import ExceptionsReport
from app.ports.figures_report import FiguresReport
from app.ports.files import write_new_file
from app.ports.item_search import ItemSearch
from app.ports.printing import PaperOut
from app.ports.protection import Protector
from app.ports.ratings_report import RatingsReport
from app.ports.rows import ItemRow, SearchedCase
from app.services.set_up_hall import INSTALLER, set_up_hall
from app.services.similar_cases import CaseFinder
from app.services.use_case import Command, Ports
from app.texts import Language, Texts
from db.database import Database, open_database
from db.schema import State as DatabaseState
from db.schema import check as check_database
from db.transaction import ClockOffset
from db.url import file_of
from resources import resource

PAPER_LANGUAGE: Language = "zh"
"""What applicants take home is in the hall's own language, whichever one the clerk reads the screen in."""

__all__ = [
    "ClockOffset", "DatabaseState", "OpenHall", "case_finder", "check_database", "figures_files", "folder_paper",
    "init_database", "item_search", "make_sample_hall", "open_hall", "upgrade_database",
]  # fmt: skip


def item_search(items: Sequence[ItemRow]) -> ItemSearch:
    """The index of items that screens and the command line search."""
    # Late: it loads a dictionary that few commands need.
    from app.adapters.item_search import PinyinItemSearch

    return PinyinItemSearch(items)


def case_finder() -> CaseFinder:
    """What finds similar exceptions, the known cases included; they are read at the first search."""
    return CaseFinder(_case_search, _known_cases)


def _case_search(cases: Sequence[SearchedCase]) -> CaseSearch:
    # Late: few stations search.
    from app.adapters.case_search import FullTextCaseSearch

    return FullTextCaseSearch(cases, Texts(PAPER_LANGUAGE))


def _known_cases() -> tuple[SearchedCase, ...]:
    from app.exchange.past_cases import read_past_cases

    past = read_past_cases(resource("exceptions", "known.json"))
    return tuple(
        SearchedCase(
            case.id, case.summary, case.item, case.category, case.resolution,
            is_open=False, satisfied=case.resolved, source=case.source, is_known=True,
        )
        for case in past
    )  # fmt: skip


@dataclass(frozen=True)
class FiguresFiles:
    """The office's figures as files, in one language."""

    texts: Texts

    def workbook(self, report: FiguresReport | ExceptionsReport | RatingsReport) -> bytes:
        """The figures as a workbook."""
        # Late: few stations need openpyxl.
        from app.exchange.exception_ledger import exceptions_workbook
        from app.exchange.five_ones import five_ones_workbook
        from app.exchange.ratings_workbook import ratings_workbook

        if isinstance(report, ExceptionsReport):
            return exceptions_workbook(report, self.texts)
        if isinstance(report, RatingsReport):
            return ratings_workbook(report, self.texts)
        return five_ones_workbook(report, self.texts)

    def write(self, path: Path, content: bytes) -> None:
        """Write a file that is not there yet. Raises ``DeviceFailed``."""
        write_new_file(path, content)


figures_files: Callable[[Texts], FiguresFiles] = FiguresFiles
"""What the office saves its figures with."""

folder_paper: Callable[[Path], PaperOut] = FolderPaper
"""Paper that is kept as PDF in a folder instead of printed."""


@dataclass(frozen=True, slots=True)
class OpenHall:
    """A hall within reach: what use cases need, what changes in it, and words in the station's language.

    ``origin`` is what its own changes carry in the feed.
    """

    ports: Ports
    feed: ChangeFeed
    texts: Texts
    origin: str


@asynccontextmanager
async def open_hall(
    url: str,
    key_file: Path,
    station: str,
    language: Language,
    clock_offset: ClockOffset | None = None,
    attachments: Path | None = None,
) -> AsyncIterator[OpenHall]:
    """Open the hall's database with the hall's key; closed at the end of the block.

    Args:
        url: the database; ``db.database.open_database`` says how it is written.
        key_file: the hall's key to personal data, which ``init_database`` made.
        station: what this station is called. Its changes carry more than that: two stations of one name must
            hear each other.
        language: of ``texts``.
        clock_offset: shifts the hall's time; for a demo that plays a morning.
        attachments: the folder for files of cases, where the hall keeps them in one; None is the one beside a
            database file.

    Raises:
        DatabaseAway: out of reach.
        DatabaseUnusable: no hall's schema, another version's, or not one that this key belongs to.
        KeyUnusable: the key file is missing, damaged or open to others.
    """
    origin = f"{station} {uuid4().hex[:8]}"
    database = await open_database(url, origin, offset=clock_offset)
    try:
        protector = KeyProtector(await asyncio.to_thread(read_keys, key_file))
        await database.hall_key.must_be(protector.fingerprint())
        ports = _ports(database, protector, attachments or _folder_beside(url))
        yield OpenHall(ports, database.feed, Texts(language), origin)
    finally:
        await database.close()


def _ports(database: Database, protector: Protector, attachments: Path | None) -> Ports:
    """The real things behind what the use cases need."""
    return Ports(
        uow=database.uow,
        readers=database.readers,
        protector=protector,
        organisation_code=organisation_code,
        working_days=PublishedWorkingDays(),
        passwords=Argon2Passwords(),
        forms=PdfRenderer(Texts(PAPER_LANGUAGE)),
        attachment_check=OpeningCheck(),
        attachment_folder=HashedFolder(attachments) if attachments else None,
    )


async def init_database(url: str, key_file: Path) -> DatabaseState:
    """Bring a database to this program's schema and tie it to the hall's key.

    The key file is made when neither it nor the hall is there yet, readable by its owner only. A second station
    gets a copy of the first one's: a new key could not read what the hall keeps.

    Raises:
        DatabaseAway, DatabaseUnusable: as ``open_hall``; also when the hall belongs to another key.
        KeyUnusable: the key file cannot be used, or is missing though the hall has one.
    """
    state = await upgrade_database(url)
    database = await open_database(url, "init")
    try:
        is_new = await database.hall_key.fingerprint() is None
        keys = await asyncio.to_thread(_keys, key_file, may_create=is_new)
        await database.hall_key.keep(KeyProtector(keys).fingerprint())
    finally:
        await database.close()
    return state


async def make_sample_hall(url: str, key_file: Path, clock_offset: ClockOffset | None = None) -> None:
    """Bring a database to the schema and set the bundled sample hall up in it; an existing one is left as it is.

    ``clock_offset`` is that of ``open_hall``: from which day on the items are in force.

    Raises:
        DatabaseAway, DatabaseUnusable, KeyUnusable: as ``init_database``.
        RuleBroken: a real hall is set up there.
    """
    # Late: a hall at work reads neither.
    from app.exchange.catalogue import read_catalogue
    from app.exchange.hall import read_hall

    await init_database(url, key_file)
    file = await asyncio.to_thread(read_hall, resource("hall", "sample.json"))
    catalogue = await asyncio.to_thread(read_catalogue, resource("catalogue", "catalogue.json"))
    async with open_hall(url, key_file, "init", PAPER_LANGUAGE, clock_offset) as hall:
        order = Command(CommandId(uuid7()), INSTALLER)
        await set_up_hall(hall.ports, order, file, catalogue, sample=True)


async def upgrade_database(url: str) -> DatabaseState:
    """Bring a database to this program's schema.

    Raises:
        DatabaseAway, DatabaseUnusable: as ``db.migrations.upgrade``.
    """
    from db.migrations import upgrade  # late: it loads the whole machinery of migrations

    return await upgrade(url)


def _folder_beside(url: str) -> Path | None:
    """``hall-files`` beside ``hall.db``; a server has nothing beside it that a station could reach."""
    file = file_of(url)
    return file.with_name(f"{file.stem}-files") if file else None


def _keys(key_file: Path, *, may_create: bool) -> Keys:
    return create_keys(key_file) if may_create and not has_keys(key_file) else read_keys(key_file)
