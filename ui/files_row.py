"""Picking files for a case, by a dialog or by dropping them on a form."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from ui.dialogs.files import ask_files
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.layouts import row
from ui.widgets.text import ElidedText
from ui.words import Words

_DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FilesRow(QWidget):
    """The button 附件 and the names of what was picked; ``changed(paths)`` when a person picks more or none."""

    changed = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._paths: tuple[Path, ...] = ()
        self.button = ActionButton(words("files.pick"), icon="paperclip", kind=Kind.TEXT, size=Size.INLINE)
        self.button.setToolTip(words("files.pick.detail"))
        self.none_button = ActionButton("", icon="x", kind=Kind.TEXT, size=Size.INLINE)
        self.none_button.setToolTip(words("files.none"))
        self.none_button.setAccessibleName(words("files.none"))
        self._names = ElidedText("", Type.DETAIL, "text2")
        self._names.setMinimumWidth(1)  # the buttons need the room first
        line = row(self, gap=4).put(self.button)
        line.addWidget(self._names, 1)
        line.put(self.none_button)
        self.button.clicked.connect(lambda: ask_which_files(self, words("files.pick"), self._add))
        self.none_button.clicked.connect(lambda: self.changed.emit(()))
        self.show_files(())

    def show_files(self, paths: tuple[Path, ...]) -> None:
        """Show what was picked so far."""
        self._paths = paths
        names = "、".join(path.name for path in paths)
        self._names.setText(self._words("files.picked", count=len(paths), names=names) if paths else "")
        self.none_button.setVisible(bool(paths))

    def take_drops_on(self, form: QWidget) -> None:
        """Take files that are dropped anywhere on a form, also on its fields: those would write the path."""
        form.setAcceptDrops(True)
        catcher = _Catcher(form, self._add)
        for part in (form, *form.findChildren(QWidget)):
            part.installEventFilter(catcher)

    def _add(self, paths: list[Path]) -> None:
        self.changed.emit((*self._paths, *(path for path in paths if path not in self._paths)))


class _Catcher(QObject):
    """Catches files that are dropped on the widgets it watches."""

    def __init__(self, form: QWidget, dropped: Callable[[list[Path]], None]) -> None:
        super().__init__(form)
        self._dropped = dropped

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _DROPS or not isinstance(event, QDropEvent):
            return False
        paths = paths_in(event)
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._dropped(paths)
        return True


def paths_in(event: QDropEvent) -> list[Path]:
    """The files of this machine that are dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def ask_which_files(parent: QWidget, title: str, picked: Callable[[list[Path]], None]) -> None:
    """Let a person pick photos and scans."""
    ask_files(parent, title, picked, "JPEG, PNG, PDF (*.jpg *.jpeg *.png *.pdf)")
