"""The card of a case's files in its real window: dropped on it, shown small, opened and saved."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from app.texts import Texts
from tests.photos import PHOTO, image, scan
from tests.ui.exceptions.hall import HANDLER, SUPERVISOR, HallAtWork
from tests.ui.exceptions.station import StationAtWork, station_in
from tests.ui.given_files import drop
from tests.ui.worklists import LONGEST
from ui.exceptions.files_card import FilesCard
from ui.widgets.button import ActionButton


class Opened(QObject):
    """Takes the place of the system's own programs."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []
        self.came = asyncio.Event()

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.files.append(Path(url.toLocalFile()))
        self.came.set()

    async def count(self, files: int) -> None:
        """Wait until so many were opened."""
        async with asyncio.timeout(LONGEST):
            while len(self.files) < files:
                self.came.clear()
                await self.came.wait()


def button(card: FilesCard, name: str) -> ActionButton:
    """The button that a reader of screens calls so."""
    return next(found for found in card.findChildren(ActionButton) if found.accessibleName() == name)


def pictures(card: FilesCard) -> list[str]:
    """What stands for each file: its picture, or its kind."""
    return [
        "picture" if not label.pixmap().isNull() else label.text()
        for label in card.findChildren(QLabel)
        if label.accessibleName() and label.isVisibleTo(card)
    ]


async def shown(station: StationAtWork, number: str) -> FilesCard:
    station.room.presenter.listing.open(number)
    await station.until(lambda s: s.page is not None and s.page.row.number == number)
    card: FilesCard = station.work.context.files
    return card


@contextmanager
def opening() -> Iterator[Opened]:
    """What the system's own programs are given, meanwhile."""
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")
    try:
        yield opened
    finally:
        QDesktopServices.unsetUrlHandler("file")


def offered(card: FilesCard) -> set[str]:
    """The buttons that a person sees."""
    QApplication.sendPostedEvents()  # a fresh line is shown once the layout comes to it
    return {found.accessibleName() for found in card.findChildren(ActionButton) if found.isVisibleTo(card)}


def told(card: FilesCard) -> set[str]:
    """What the card says."""
    return {label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card)}


async def test_dropped_opened_shown_and_saved(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await hall.open("户口迁入两次没办成")
    photo, page = tmp_path / "票.png", tmp_path / "批复.pdf"
    photo.write_bytes(PHOTO)
    page.write_bytes(scan())
    with opening() as opened:
        async with station_in(hall, tmp_path / "station", SUPERVISOR) as station:
            card = await shown(station, number)
            assert drop(card, photo, page)
            await station.until(lambda s: len(s.page.attachments) == 2 and not s.busy)
            assert pictures(card) == ["PNG", "PDF"]
            button(card, "打开 票.png").click()
            await station.until(lambda s: s.photos)
            button(card, "打开 批复.pdf").click()
            await opened.count(2)
            assert [file.read_bytes() for file in opened.files] == [PHOTO, page.read_bytes()]
            assert pictures(card) == ["picture", "PDF"]
            asked_for: list[tuple[int, Path]] = []
            card.saved.connect(lambda *asked: asked_for.append(asked))
            button(card, "另存 票.png").click()
            dialog = card.findChild(QFileDialog)
            dialog.setDirectory(str(tmp_path))
            dialog.selectFile("copy.png")
            dialog.accept()
            assert asked_for == [(1, tmp_path / "copy.png")]
        assert not any(file.exists() for file in opened.files)


async def test_a_large_photo_is_read_small(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
    number = await hall.open("户口迁入两次没办成")
    await hall.attach(number, "大.jpg", image("JPEG", side=4000))
    with opening():
        async with station_in(hall, tmp_path / "station", SUPERVISOR) as station:
            card = await shown(station, number)
            button(card, "打开 大.jpg").click()
            await station.until(lambda s: s.photos)
            assert pictures(card) == ["picture"]


async def test_a_case_on_file_takes_no_more(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
    number = await hall.open("户口迁入两次没办成")
    await hall.triage(number)
    await hall.assign(number)
    await hall.take(number)
    await hall.answer(number)
    await hall.close(number)
    async with station_in(hall, tmp_path / "station", SUPERVISOR) as station:
        card = await shown(station, number)
        assert not drop(card, tmp_path / "票.png")


async def test_nobody_sees_a_file_unknown(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
    number = await hall.open("户口迁入两次没办成")
    await hall.attach(number, "票.png", PHOTO)
    with opening():
        async with station_in(hall, tmp_path / "station", SUPERVISOR) as station:
            card = await shown(station, number)
            button(card, "打开 票.png").click()
            await station.until(lambda s: s.photos)
            assert (pictures(card), "打开 票.png" in offered(card)) == (["picture"], True)
            station.room.presenter.signing.sign_out()
            await station.until(lambda s: s.actor is None)
            assert offered(card).isdisjoint({"打开 票.png", "另存 票.png"})
            assert pictures(card) == ["PNG"]


async def test_who_has_nothing_to_do_with_the_case_is_told_whose_its_files_are(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await hall.open("户口迁入两次没办成")
    await hall.attach(number, "票.png", PHOTO)
    await hall.attach(number, "自己的.png", image(colour="red"), HANDLER)
    async with station_in(hall, tmp_path / "station", HANDLER) as station:
        card = await shown(station, number)
        reading = {name for name in offered(card) if name.endswith(".png")}
        assert reading == {"打开 自己的.png", "另存 自己的.png"}
        assert Texts("zh")("attachment.rule.others", number=number) in told(card)
