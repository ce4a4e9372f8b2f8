"""The item's guide (办事指南) while one serves: the facts of its page, unknown left out."""

from decimal import Decimal
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from app.domain.catalogue import ServiceItem
from ui.counter.state import CounterState
from ui.theme import Type
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import Box, column
from ui.widgets.text import Text
from ui.words import Words


class GuidePage(QScrollArea):
    """Heading and text, one below the other; made anew for another item only."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._item: ServiceItem | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_state(self, state: CounterState) -> None:
        """Show the guide of the errand at hand."""
        if state.item is self._item and self.widget() is not None:
            return
        self._item = state.item
        inside = QWidget()
        facts = guide_facts(state.item, self._words) if state.item else []
        box = column(inside, margins=(16, 14, 16, 14), gap=2)
        for heading, text in facts:
            self._add(box, heading, text)
        if not facts:
            box.put(EmptyState("book-open", self._words("counter.guide.none")))
        box.addStretch(1)
        self.setWidget(inside)

    @staticmethod
    def _add(box: Box, heading: str, text: str) -> None:
        body = Text(text, Type.BODY, wrap=True)
        body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.put(Text(heading, Type.CAPTION, "text2"), body, 8)


def guide_facts(item: ServiceItem, words: Words) -> list[tuple[str, str]]:
    """Heading and text of everything that the item's page says."""
    guide = item.guide
    steps = "\n".join(f"{at}. {step}" for at, step in enumerate(guide.steps, 1))
    known = (
        ("conditions", guide.conditions),
        ("limits", _limits(item, words)),
        ("fee", guide.fee),
        ("steps", steps),
        ("basis", "\n".join(guide.legal_basis)),
        ("place", guide.place),
        ("hours", guide.hours),
        ("phone", guide.phone),
        ("supervision", guide.supervision_phone),
        ("remark", guide.remark),
    )
    return [(words(f"counter.guide.{key}"), text) for key, text in known if text]


def _limits(item: ServiceItem, words: Words) -> str:
    limits = (
        ("counter.guide.statutory", item.statutory_limit()),
        ("counter.guide.promised", item.promised_days),
    )
    return words("counter.list.comma").join(
        words(code, days=_days(days), count=ceil(days)) for code, days in limits if days is not None
    )


def _days(days: Decimal) -> str:
    return f"{days.normalize():f}"
