"""The card of a case's files in its real window: dropped on it, shown small, opened and saved."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from tests.photos import PHOTO, image, scan
from tests.ui.exceptions.hall import SUPERVISOR, HallAtWork
from tests.ui.exceptions.station import StationAtWork, station_in
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


def drop(card: FilesCard, *paths: Path) -> bool:
    """Drop files where the pointer is let in; False where it is not."""
    told = QMimeData()
    told.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    held = (told, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *held)
    QApplication.sendEvent(card, entering)
    if entering.isAccepted():
        QApplication.sendEvent(card, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, *held))
    return entering.isAccepted()


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


async def test_dropped_shown_opened_and_saved(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await hall.open("户口迁入两次没办成")
    photo, page = tmp_path / "票.png", tmp_path / "批复.pdf"
    photo.write_bytes(PHOTO)
    page.write_bytes(scan())
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")
    try:
        async with station_in(hall, tmp_path / "station", SUPERVISOR) as station:
            card = await shown(station, number)
            assert drop(card, photo, page)
            await station.until(lambda s: len(s.page.attachments) == 2 and s.photos and not s.busy)
            assert pictures(card) == ["picture", "PDF"]
            button(card, "打开 批复.pdf").click()
            async with asyncio.timeout(LONGEST):
                await opened.came.wait()
            assert opened.files[0].read_bytes() == page.read_bytes()
            asked_for: list[tuple[int, Path]] = []
            card.saved.connect(lambda *asked: asked_for.append(asked))
            button(card, "另存 票.png").click()
            dialog = card.findChild(QFileDialog)
            dialog.setDirectory(str(tmp_path))
            dialog.selectFile("copy.png")
            dialog.accept()
            assert asked_for == [(1, tmp_path / "copy.png")]
    finally:
        QDesktopServices.unsetUrlHandler("file")


async def test_a_large_photo_is_read_small(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
    number = await hall.open("户口迁入两次没办成")
    await hall.attach(number, "大.jpg", image("JPEG", side=4000))
    async with station_in(hall, tmp_path / "station", SUPERVISOR) as station:
        card = await shown(station, number)
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
    async with station_in(hall, tmp_path / "station", SUPERVISOR) as station:
        card = await shown(station, number)
        await station.until(lambda s: s.photos)
        assert (pictures(card), button(card, "打开 票.png").isVisible()) == (["picture"], True)
        station.room.presenter.signing.sign_out()
        await station.until(lambda s: s.actor is None)
        QApplication.sendPostedEvents()  # a fresh line is shown once the layout comes to it
        assert pictures(card) == ["PNG"]
        offered = {
            found.accessibleName() for found in card.findChildren(ActionButton) if found.isVisibleTo(card)
        }
        assert offered.isdisjoint({"打开 票.png", "另存 票.png"})
