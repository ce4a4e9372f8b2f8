"""The record of a paper that was scanned, above whatever room there is, until it is put away."""

from datetime import tzinfo

from app.ports.rows import Verified
from ui.verified_card import VerifiedCard
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card
from ui.widgets.layouts import row
from ui.words import Words


class RecordPanel(Card):
    """Hidden until a paper is shown."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.record = VerifiedCard(words)
        self.close_button = ActionButton(icon="x", kind=Kind.QUIET, size=Size.INLINE)
        self.close_button.setAccessibleName(words("shell.banner.dismiss"))
        self.close_button.setToolTip(words("shell.banner.dismiss"))
        self.close_button.clicked.connect(self.hide)
        line = row(margins=(0, 0, 12, 0))
        line.addWidget(self.record, 1)
        line.put(self.close_button)
        self.body.addLayout(line)
        self.hide()

    def show_paper(self, found: Verified, zone: tzinfo) -> None:
        """Show the record; ``zone`` is the hall's."""
        self.record.show_paper(found, zone)
        self.show()
