"""The card of a case's files: to be opened or saved, with a small picture from then on, and where files are dropped."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.attachment import file_name
from app.domain.exception_table import ExceptionAction
from app.domain.person import mask_name
from app.ports.rows import AttachmentRow
from ui.dialogs.files import ask_where_to_save
from ui.exceptions import rules
from ui.exceptions.state import ExceptionsState
from ui.files_row import ask_which_files, paths_in
from ui.theme import Type, look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, Panel, SectionHead
from ui.widgets.layouts import column, row
from ui.widgets.text import ElidedText, Text
from ui.words import Words

_THUMBNAIL = 40


@dataclass(frozen=True, slots=True)
class _Line:
    """One file as it is shown: ``photo`` once it was opened, and whether it is the person's to open."""

    file: AttachmentRow
    photo: bytes | None
    readable: bool


class FilesCard(Card):
    """``added(paths)`` by choice or drop, ``opened(number)``, ``saved(number, path)``."""

    added = Signal(object)
    opened = Signal(int)
    saved = Signal(int, object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[tuple[_Line, ...], str] | None = None
        self.add_button = ActionButton(
            words("exceptions.files.add"), icon="paperclip", kind=Kind.TEXT, size=Size.INLINE
        )
        self._panel, self._inside = Panel(gap=0), QWidget()
        self._panel.body.put(self._inside)
        self.body.put(SectionHead(words("exceptions.files.title"), trailing=self.add_button), self._panel)
        self.setAcceptDrops(True)
        self.add_button.clicked.connect(
            lambda: ask_which_files(self, words("exceptions.files.add"), self.added.emit)
        )

    def show_state(self, state: ExceptionsState) -> None:
        """Show the files of the case on the page, and why not all can be opened; a case on file takes no more."""
        if state.page is None:
            return
        self.add_button.setVisible(ExceptionAction.ATTACH in state.page.actions and state.actor is not None)
        lines = tuple(_line_of(state, file) for file in state.page.attachments)
        shown = (lines, self._barred(state, lines))
        if shown != self._shown:
            self._shown = shown
            self._show_files(*shown)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.add_button.isHidden() and paths_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.added.emit(paths_in(event))
        event.acceptProposedAction()

    def _barred(self, state: ExceptionsState, lines: tuple[_Line, ...]) -> str:
        if state.page is None or state.actor is None or all(line.readable for line in lines):
            return ""  # with nobody signed in the page is behind the sign-in
        return self._words("attachment.rule.others", number=state.page.row.number)

    def _show_files(self, files: tuple[_Line, ...], barred: str) -> None:
        fresh = QWidget()
        lines = column(fresh, gap=8)
        for file in files:
            lines.put(self._line(file))
        told = barred if files else self._words("exceptions.files.none")
        if told:
            lines.put(Text(told, Type.DETAIL, "text2", wrap=True))
        self._panel.body.replaceWidget(self._inside, fresh)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = fresh

    def _line(self, shown: _Line) -> QWidget:
        words, line, file = self._words, QWidget(), shown.file
        size = words("attachment.size", kilobytes=-(-file.size // 1024))
        told = QWidget()
        column(told, gap=0).put(
            ElidedText(file.name, Type.DETAIL),
            ElidedText(f"{size}  {mask_name(file.by_name)}", Type.CAPTION, "text2"),
        )
        opening = self._button(file, "exceptions.files.open", "arrow-square-out")
        saving = self._button(file, "exceptions.files.save", "download-simple")
        opening.clicked.connect(lambda: self.opened.emit(file.number))
        saving.clicked.connect(lambda: self._ask_where(file))
        box = row(line, gap=8).put(self._picture(file, shown.photo))
        box.addWidget(told, 1)
        box.put(opening, saving)
        for reading in (opening, saving):
            reading.setVisible(shown.readable)
        return line

    def _button(self, file: AttachmentRow, code: str, icon: str) -> ActionButton:
        button = ActionButton("", icon=icon, kind=Kind.TEXT, size=Size.INLINE)
        button.setToolTip(self._words(code, name=file.name))
        button.setAccessibleName(button.toolTip())
        return button

    def _picture(self, file: AttachmentRow, photo: bytes | None) -> QLabel:
        side = look_of(self).px(_THUMBNAIL)
        label = QLabel()
        label.setFixedSize(side, side)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setAccessibleName(self._words(f"attachment_kind.{file.kind.value}"))
        small = _small(photo, side, self.devicePixelRatioF()) if photo is not None else None
        if small is not None:
            label.setPixmap(small)
        else:
            label.setText(file.kind.value.upper())
        return label

    def _ask_where(self, file: AttachmentRow) -> None:
        title = self._words("exceptions.files.save", name=file.name)
        suggested = file_name(file.name)  # a masked number has signs that no file system takes
        ask_where_to_save(self, title, suggested, lambda path: self.saved.emit(file.number, path))


def _line_of(state: ExceptionsState, file: AttachmentRow) -> _Line:
    readable = rules.may_open(state, file)
    return _Line(file, state.photos.get(file.sha256) if readable else None, readable)


def open_with_system(path: Path) -> None:
    """Open a file with the system's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _small(photo: bytes, side: int, ratio: float) -> QPixmap | None:
    """A photo as large as it is shown, upright; read small at once, for a whole one would hold up the screen."""
    buffer = QBuffer()
    buffer.setData(photo)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if reader.size().isValid():
        room = QSize(round(side * ratio), round(side * ratio))
        reader.setScaledSize(reader.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)
