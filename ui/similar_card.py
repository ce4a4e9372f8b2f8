"""The card of similar cases: what they were, and what helped."""

from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from app.ports.case_search import SimilarCase
from ui.similar import SimilarReader
from ui.theme import Type
from ui.widgets.card import Card, Panel, SectionHead
from ui.widgets.layouts import NONE, column, row
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text
from ui.words import Words

_LONGEST = 60
"""Signs of a summary or remedy that stand on the card; the case itself has the rest."""


class SimilarCard(Card):
    """Each with number and category, what it was, and what helped; ``nothing`` stands where none was found."""

    def __init__(self, words: Words, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._nothing = words, nothing
        self._shown: tuple[SimilarCase, ...] | None = None
        self._panel, self._inside = Panel(gap=0), QWidget()
        self._panel.body.put(self._inside)
        self.body.put(SectionHead(words("similar.title")), self._panel)
        self.show_cases(())

    @property
    def has_cases(self) -> bool:
        """Whether any stand on it."""
        return bool(self._shown)

    def show_cases(self, found: tuple[SimilarCase, ...]) -> None:
        """Show these, the best first."""
        if found == self._shown:
            return
        self._shown = found
        fresh = QWidget()
        lines = column(fresh, gap=4)
        for at, one in enumerate(found):
            lines.put(*([8] if at else []), *self._lines(one))
        if not found:
            lines.put(Text(self._nothing, Type.DETAIL, "text2", wrap=True))
        self._panel.body.replaceWidget(self._inside, fresh)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = fresh

    def _lines(self, one: SimilarCase) -> list[QWidget]:
        case, words = one.case, self._words
        state = "known" if case.is_known else "open" if case.is_open else "past"
        head = words(f"similar.{state}", number=case.number)
        lines: list[QWidget] = [
            Text(head, Type.CAPTION, "text2"),
            Text(_short(case.summary), Type.DETAIL, wrap=True),
        ]
        if case.group:
            lines.append(Text(words("similar.group", number=case.group), Type.CAPTION, "text2"))
        if case.remedy:
            remedy = words("similar.remedy", remedy=_short(case.remedy))
            lines.append(Text(remedy, Type.DETAIL, "ok" if case.satisfied else "text2", wrap=True))
        return lines


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


class SimilarBeside(QWidget):
    """What somebody tells, and beside it the cases like it once any are found; they take no height of their own."""

    def __init__(self, words: Words, told: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = SimilarCard(words, "")
        page = Panel(margins=NONE, gap=0)
        page.body.put(self.card, None)
        self._found = ScrollPage(page)
        line = row(self, gap=12)
        line.addWidget(told, 3)
        line.addWidget(self._found, 2)
        self._found.hide()

    def show_cases(self, found: tuple[SimilarCase, ...]) -> None:
        """Show these, the best first."""
        self.card.show_cases(found)
        self._found.setVisible(bool(found))


class Telling(Protocol):
    """A form in which somebody tells what went wrong."""

    told: Any
    similar: SimilarBeside


def follow_what_is_told(form: Telling, reader: SimilarReader) -> None:
    """Look for cases like what is told in a form, and show them beside it."""
    form.told.connect(lambda text: reader.told(text, form.similar.show_cases))
