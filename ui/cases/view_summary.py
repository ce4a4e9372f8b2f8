"""The morning's summary above the worklist: what is owed today. Put away, it comes back when more is."""

from app.domain.case_parts import WatchKind
from app.domain.worklist import PRESSING, Urgency
from app.ports.rows import Owed
from app.texts import code_of
from ui.cases.state import CasesState
from ui.theme import Tone
from ui.widgets.banner import Banner
from ui.words import Words

_TONES = {Urgency.OVERDUE: Tone.DANGER, Urgency.TODAY: Tone.WARN, Urgency.SOON: Tone.NEUTRAL}
_NOW = (Urgency.OVERDUE, Urgency.TODAY)


class Summary(Banner):
    """``show_state(state)``: for whoever is signed in, anew each day."""

    def __init__(self, words: Words) -> None:
        super().__init__(words("cases.summary.dismiss"), gap_above=12)
        self._words = words
        self._shown: tuple[object, ...] = ()
        self._put_away: tuple[object, ...] = ()
        self._now = self._reminded_of = 0
        self.dismissed.connect(self._remember)

    def show_state(self, state: CasesState) -> None:
        """Show what is owed to whom it concerns."""
        if state.actor is None or state.owed is None:
            self.hide()
            return
        self._shown = (state.actor.number, state.owed.day)
        self._now = state.owed.count(*_NOW) + state.owed.bad_ratings(*_NOW)
        if self._shown == self._put_away and self._now <= self._reminded_of:
            self.hide()
            return
        self._say(state.owed, "" if state.department else "_hall")

    def _say(self, owed: Owed, whose: str) -> None:
        words = self._words
        counts = [(urgency, owed.count(urgency)) for urgency in PRESSING]
        pressing = [(urgency, count) for urgency, count in counts if count]
        rated = [(urgency, count) for urgency in PRESSING if (count := owed.bad_ratings(urgency))]
        title = words(f"cases.summary.nothing{whose}")
        if pressing:
            title = words(f"cases.summary.pressing{whose}", counts=self._counts(pressing))
        details = [self._waited_for(owed)] if pressing else []
        if rated:
            details.append(words("cases.summary.rated", counts=self._counts(rated)))
        tones = [_TONES[urgency] for urgency in PRESSING if urgency in dict([*pressing, *rated])]
        self.show_message(next(iter(tones), Tone.OK), title, words("cases.summary.stop").join(details))

    def _counts(self, counts: list[tuple[Urgency, int]]) -> str:
        words = self._words
        said = [
            words("cases.summary.count", urgency=words(code_of(urgency)), count=count)
            for urgency, count in counts
        ]
        return words("cases.comma").join(said)

    def _waited_for(self, owed: Owed) -> str:
        """What those cases wait for."""
        counts = {
            watch: sum(row.count for row in owed.rows if row.watch is watch and row.urgency in PRESSING)
            for watch in WatchKind
        }
        said = [
            self._words("cases.summary.what", what=self._words(code_of(watch)), count=count)
            for watch, count in counts.items()
            if count
        ]
        return self._words("cases.comma").join(said)

    def _remember(self) -> None:
        self._put_away, self._reminded_of = self._shown, self._now
