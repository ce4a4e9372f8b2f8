"""Asking which files, which folder, or where to save: beside the window, never in a loop of its own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

Asked = QFileDialog.FileMode


def ask_files(parent: QWidget, title: str, picked: Callable[[list[Path]], None], only: str = "") -> None:
    """Let a person pick files that are there; ``only`` is a filter of names."""
    dialog = _dialog(parent, title, Asked.ExistingFiles, only)
    dialog.filesSelected.connect(lambda names: picked([Path(name) for name in names]))
    dialog.open()


def ask_file(parent: QWidget, title: str, picked: Callable[[Path], None], at: str = "") -> None:
    """Let a person pick one file that is there, looking first where ``at`` is."""
    dialog = _dialog(parent, title, Asked.ExistingFile, at=at)
    dialog.fileSelected.connect(lambda name: picked(Path(name)))
    dialog.open()


def ask_folder(
    parent: QWidget, title: str, picked: Callable[[Path], None], refused: Callable[[], None]
) -> None:
    """Let a person pick a folder; ``refused`` when they would rather not."""
    dialog = _dialog(parent, title, Asked.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: picked(Path(name)))
    dialog.rejected.connect(refused)
    dialog.open()


def ask_where_to_save(
    parent: QWidget, title: str, name: str, picked: Callable[[Path], None], ending: str = ""
) -> None:
    """Let a person say where ``name`` is saved, with ``ending`` put behind a name without one."""
    dialog = _dialog(parent, title, Asked.AnyFile, f"*.{ending}" if ending else "")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    # A file that is there is refused, in our words.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda path: picked(Path(path)))
    dialog.open()


def _dialog(
    parent: QWidget, title: str, mode: QFileDialog.FileMode, only: str = "", at: str = ""
) -> QFileDialog:
    dialog = QFileDialog(parent, title, at, only)
    dialog.setFileMode(mode)
    dialog.finished.connect(dialog.deleteLater)
    return dialog
