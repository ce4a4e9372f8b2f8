"""Qt's own words, in the file chooser and the menus of input fields, in the station's language."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

_FILES = {"zh": "qtbase_zh_CN"}
"""English stands in Qt's code."""


def speak(language: str) -> None:
    """Let Qt speak this language, in what is opened from now on."""
    app = QCoreApplication.instance()
    if app is None:
        return
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language in _FILES and words.load(_FILES[language], folder):
        app.installTranslator(words)
