"""The office's page of ratings: which days, a tile for each figure, and its parts."""

from app.domain.rating import RatingLevel
from app.domain.rating_figures import RatingFigure
from app.ports.drawn import counts, share
from app.ports.rows import RatingCounts
from app.texts import code_of
from ui.office.figures_view import FiguresView
from ui.office.ratings_card import RatingsCard
from ui.office.ratings_state import RatingsState
from ui.office.state import Range
from ui.office.tile import FigureTile, Told
from ui.office.window import OfficeWindow
from ui.words import Words

_NOTHING = RatingCounts("", "", dict.fromkeys(RatingLevel, 0))
_RANGES = tuple(range_ for range_ in Range if range_ is not Range.TODAY)
"""Of today nothing is told."""


class RatingsView(FiguresView):
    """Knows widgets only: emits what a person wants, renders what it is handed."""

    def __init__(self, words: Words, window: OfficeWindow) -> None:
        self.card = RatingsCard(words)
        tiles = [
            FigureTile(figure, words(code_of(figure)), words(f"{code_of(figure)}.meaning"))
            for figure in RatingFigure
        ]
        excluded = words("office.ratings.excluded")
        super().__init__(
            words, window, tiles, self.card, words("ratings_report.title"), excluded, ranges=_RANGES
        )

    def render(self, state: RatingsState) -> None:
        """Show a state."""
        self.show_days(state)
        whole = state.report.whole if state.report else _NOTHING
        for tile, figure in zip(self.tiles, RatingFigure, strict=True):
            tile.show_figure(self._told(figure, whole), chosen=figure is state.figure)
        self.card.show_state(state)

    def _told(self, figure: RatingFigure, whole: RatingCounts) -> Told:
        words, ratio = self._words, whole.figure(figure)
        if whole.too_few:
            return Told(None, words(share(ratio)), "", words("rating.too_few"))
        told = {level.value: whole.levels[level] for level in RatingLevel}
        meaning = words(f"office.ratings.tile.{figure}", **told, set_aside=whole.set_aside)
        return Told(ratio.share, words(share(ratio)), words(counts(ratio)), meaning)
