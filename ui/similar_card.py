"""The card of similar cases: what they were, and what helped."""

from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from app.ports.case_search import SimilarCase
from app.ports.rows import SearchedCase
from ui.similar import SimilarReader
from ui.theme import Type
from ui.widgets.card import Card, Panel, SectionHead
from ui.widgets.chip import Chip
from ui.widgets.layouts import NONE, FlowLayout, column, row
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text
from ui.words import Words

_LONGEST = 60
"""Signs of a summary or remedy that stand on the card; the case itself has the rest."""


@dataclass(frozen=True, slots=True)
class About:
    """What is told, as far as others may have it too: the code of its category, and the name of its item."""

    category: str | None = None
    item: str | None = None

    def shared_with(self, case: SearchedCase) -> list[str]:
        """What a similar case has in common with it; its words where it is nothing else."""
        shared = (("category", self.category, case.category), ("item", self.item, case.item))
        return [what for what, here, there in shared if here and here == there] or ["words"]


class SimilarCard(Card):
    """Each with number and category, what it was, and what helped; ``nothing`` stands where none was found."""

    def __init__(self, words: Words, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._nothing = words, nothing
        self._shown: tuple[SimilarCase, ...] | None = None
        self._about: About | None = None
        self._panel, self._inside = Panel(gap=0), QWidget()
        self._panel.body.put(self._inside)
        self.body.put(SectionHead(words("similar.title")), self._panel)
        self.show_cases(())

    @property
    def has_cases(self) -> bool:
        """Whether any stand on it."""
        return bool(self._shown)

    def show_cases(self, found: tuple[SimilarCase, ...], about: About | None = None) -> None:
        """Show these, the best first; ``about`` says to what they are alike, and each then says why it is."""
        if (found, about) == (self._shown, self._about):
            return
        self._shown, self._about = found, about
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
        lines: list[QWidget] = [Text(head, Type.CAPTION, "text2")]
        if self._about is not None:
            lines.append(self._why(self._about, one))
        lines.append(Text(_short(case.summary), Type.DETAIL, wrap=True))
        if case.group:
            lines.append(Text(words("similar.group", number=case.group), Type.CAPTION, "text2"))
        if case.remedy:
            remedy = words(
                "similar.denial" if case.is_denial else "similar.remedy", remedy=_short(case.remedy)
            )
            tone = "ok" if case.satisfied and not case.is_denial else "text2"
            lines.append(Text(remedy, Type.DETAIL, tone, wrap=True))
        return lines

    def _why(self, about: About, one: SimilarCase) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        for reason in about.shared_with(one.case):
            flow.addWidget(Chip(self._words(f"similar.why.{reason}"), outlined=False))
        return holder


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
