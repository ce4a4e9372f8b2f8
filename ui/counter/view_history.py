"""What was told before (往次告知): earlier slips of this person for this item, in full."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from app.ports.rows import NoticeRow
from ui.counter.state import CounterState
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import column
from ui.widgets.story import Story, StoryEntry
from ui.words import Words


class HistoryPage(QScrollArea):
    """``slip_clicked(number)`` for a slip to be shown."""

    slip_clicked = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._story = Story(when_width=112)
        self._empty = EmptyState("clock-counter-clockwise", words("counter.history.none"))
        inside = QWidget()
        column(inside, margins=(16, 14, 16, 14)).put(self._story, self._empty, None)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self._story.link_clicked.connect(self.slip_clicked)

    def show_state(self, state: CounterState) -> None:
        """Tell the story of earlier slips, the latest first."""
        slips = sorted(state.earlier, key=lambda n: n.issued_at, reverse=True)
        self._story.show_entries([self._entry(slip, state) for slip in slips])
        self._story.setVisible(bool(slips))
        self._empty.setVisible(not slips)

    def _entry(self, slip: NoticeRow, state: CounterState) -> StoryEntry:
        words = self._words
        lines = [
            words(
                "counter.history.problem", name=p.name, kind=words(f"shortcoming.{p.kind}"), text=p.text
            ).rstrip()
            for p in slip.problems
        ]
        day = slip.issued_at.astimezone(state.zone).date()
        return StoryEntry(
            slip.number,
            lead=words(f"notice_kind.{slip.kind}"),
            text=words("counter.history.count", count=len(slip.problems)),
            detail="\n".join(lines),
            when=words("counter.history.day", day=day),
            link=slip.number,
            icon="file-text",
        )
