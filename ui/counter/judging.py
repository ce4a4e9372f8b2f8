"""Judging the materials: every key changes the draft, and a moment later the file."""

from dataclasses import replace

from app.domain.judgement import Judgement, ShortcomingKind, Verdict
from ui.counter.desk import draft_key
from ui.counter.keeping import Keeping
from ui.counter.screen import Screen
from ui.counter.state import Phase
from ui.judged import Draft


class Judging:
    """Keeps what the clerk finds of each material."""

    def __init__(self, screen: Screen, keeping: Keeping) -> None:
        self._screen, self._keeping = screen, keeping

    def judge(self, material: int, verdict: Verdict) -> None:
        """One verdict."""
        self._change(self._screen.state.draft.judged(material, verdict))

    def choose_kind(self, material: int, kind: ShortcomingKind) -> None:
        """What kind of fault a wrong material has."""
        self._change(self._screen.state.draft.with_kind(material, kind))

    def write_remark(self, material: int, text: str) -> None:
        """What is wrong, in the clerk's words."""
        self._change(self._screen.state.draft.with_text(material, text))

    def ask_beyond(self, judgements: tuple[Judgement, ...]) -> None:
        """What is asked for beyond the list, as far as it is written."""
        self._change(replace(self._screen.state.draft, beyond=judgements))

    def _change(self, draft: Draft) -> None:
        state = self._screen.state
        if state.phase is not Phase.SERVING or state.ticket is None or state.issued is not None:
            return
        self._screen.change(draft=draft)
        self._keeping.file.put(draft_key(state.ticket), draft, state.ticket.day)
        self._keeping.soon()
