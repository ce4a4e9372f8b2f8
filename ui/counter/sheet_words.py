"""What is typed into a sheet stays, by ticket, until the sheet's one action is done."""

from collections.abc import Mapping

from ui.counter.keeping import Keeping
from ui.counter.screen import Screen
from ui.counter.state import CounterState, Sheet


class SheetWords:
    """The words of the open sheet: through a refusal and never-mind as typed, through a restart masked."""

    def __init__(self, screen: Screen, keeping: Keeping) -> None:
        self._screen, self._keeping = screen, keeping
        self._key = ""

    def of(self, sheet: Sheet) -> Mapping[str, str]:
        """What was typed before into the sheet that is being opened."""
        self._key = _key(sheet, self._screen.state)
        return self._keeping.file.words_of(self._key)

    def write(self, field: str, text: str) -> None:
        """Something was typed into a field of the open sheet."""
        if self._screen.state.sheet is None:
            return
        before = self._keeping.file.words_of(self._key)
        others = {name: typed for name, typed in before.items() if name != field}
        words = others | {field: text} if text.strip() else others
        if words != before:
            self._put(words)

    def forget(self) -> None:
        """It has been done: the next one starts empty."""
        if self._keeping.file.words_of(self._key):
            self._put({})

    def _put(self, words: Mapping[str, str]) -> None:
        state = self._screen.state
        if state.desk is not None:
            self._keeping.file.put_words(self._key, words, state.desk.now.astimezone(state.zone).date())
            self._keeping.soon()


def _key(sheet: Sheet, state: CounterState) -> str:
    live = state.ticket.number if state.ticket else ""
    return f"{sheet.intent}/{sheet.ticket or live}"
