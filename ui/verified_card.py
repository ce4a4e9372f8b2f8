"""What is on record of a scanned paper: whether it counts, and whether its data are those that were issued."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.document import DocumentStatus
from app.ports.rows import ReminderRow, Verified
from ui.theme import Tone, Type
from ui.widgets.banner import Banner
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Panel
from ui.widgets.chip import Chip
from ui.widgets.fact_flow import FactFlow
from ui.widgets.layouts import row
from ui.widgets.text import Text
from ui.words import Words

STANDINGS = {
    DocumentStatus.IN_FORCE: (Tone.OK, "check-circle-fill"),
    DocumentStatus.VOID: (Tone.DANGER, "x-circle-fill"),
    DocumentStatus.SUPERSEDED: (Tone.WARN, "arrows-clockwise-fill"),
}
"""Colour and shape of a paper's standing; its word is ``document_status.…``."""

SHORT_HASH = 12


class VerifiedCard(Panel):
    """Number, kind, standing, and the hash of the data; a strong warning where they are not those that were issued.

    Hidden while there is nothing to show.
    """

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=6, bottom=True)
        self._words = words
        self._found: Verified | None = None
        self.standing = Chip()
        self._number = Text("", Type.BODY, bold=True, wrap=True)
        self._why = Text("", Type.DETAIL, "text1", wrap=True)
        self._facts = FactFlow()
        self.altered = Banner()
        self._genuine = Chip(words("shell.paper.genuine"), Tone.OK, "check-circle-fill", boxed=False)
        self.hash = Text("", Type.DETAIL, "text2", wrap=True)
        self.hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.whole = ActionButton(kind=Kind.QUIET, size=Size.INLINE)
        self.whole.clicked.connect(self._toggle)
        self._shows_whole = False
        self._build()
        self.hide()

    def _build(self) -> None:
        head = row(gap=8).put(self.standing)
        head.addWidget(self._number, 1)
        foot = row(gap=8).put(self._genuine)
        foot.addWidget(self.hash, 1)
        foot.put(self.whole)
        self.body.addLayout(head)
        self.body.put(self._why, self._facts, self.altered)
        self.body.addLayout(foot)

    def show_paper(self, found: Verified | None, zone: tzinfo) -> None:
        """Show the record of a paper; None for none. ``zone`` is the hall's."""
        self.setVisible(found is not None)
        if found is None or found == self._found:
            return
        self._found, self._shows_whole = found, False
        words = self._words
        tone, icon = STANDINGS[found.status]
        self.standing.show_chip(words(f"document_status.{found.status}"), tone, icon)
        self._number.setText(words("shell.paper.title", kind=_kind(words, found), number=found.number))
        why = _why(words, found)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._facts.show_facts(_facts(words, found, zone))
        self._genuine.setVisible(found.is_genuine)
        if found.is_genuine:
            self.altered.hide()
        else:
            self.altered.show_message(
                Tone.DANGER, words("shell.paper.altered"), words("shell.paper.altered_detail")
            )
        self._show_hash(found)

    def _toggle(self) -> None:
        self._shows_whole = not self._shows_whole
        if self._found is not None:
            self._show_hash(self._found)

    def _show_hash(self, found: Verified) -> None:
        words, length = self._words, None if self._shows_whole else SHORT_HASH
        lines = [words("shell.paper.hash", hash=found.recomputed[:length])]
        if not found.is_genuine:
            lines.append(words("shell.paper.hash_issued", hash=found.sha256[:length]))
        self.hash.setText("\n".join(lines))
        self.whole.show_action(words("shell.paper.short" if self._shows_whole else "shell.paper.whole"))


def _kind(words: Words, found: Verified) -> str:
    if found.document is not None:
        return words(f"document_kind.{found.document.kind}")
    if found.reminder is not None:
        return words("paper_kind.reminder")
    return words("paper_kind.exception" if found.exception else "shell.paper.notice")


def _why(words: Words, found: Verified) -> str:
    """Why it counts no longer; empty while it does."""
    match found.status:
        case DocumentStatus.SUPERSEDED:
            return words("shell.paper.superseded", number=found.superseded_by)
        case DocumentStatus.VOID:
            made_void = found.document or found.reminder
            reason = made_void.void_reason if made_void else ""
            return words("shell.paper.void", reason=reason) if reason else words("shell.paper.taken_back")
        case DocumentStatus.IN_FORCE:
            return ""


def _facts(words: Words, found: Verified, zone: tzinfo) -> Sequence[str]:
    """Item, masked applicant, case and when it was issued."""
    if found.reminder is not None:
        return _facts_of_reminder(words, found.reminder, zone)
    paper = found.document or found.notice
    if paper is None:
        return ()
    day = paper.issued_at.astimezone(zone).date()
    facts = [paper.item_name, words("shell.paper.issued", day=day)]
    if found.document is not None:
        facts[1:1] = [found.document.applicant or "", words("shell.paper.case", number=found.document.case)]
    return [fact for fact in facts if fact]


def _facts_of_reminder(words: Words, row: ReminderRow, zone: tzinfo) -> Sequence[str]:
    """Who was reminded, by when, and how it stands."""
    return (
        row.department_name,
        words("shell.paper.issued", day=row.issued_at.astimezone(zone).date()),
        words("shell.paper.put_right_by", day=row.put_right_by),
        words(f"reminder_standing.{row.standing}"),
    )
