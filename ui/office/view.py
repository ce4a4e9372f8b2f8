"""The office's page of the five ones: which days, the five tiles, and what the chosen figure is made of."""

from app.domain.five_ones import Figure, Figures, Ratio
from app.ports.drawn import counts, share
from app.texts import code_of
from ui.office.figures_view import FiguresView
from ui.office.parts_card import PartsCard
from ui.office.state import TILES, OfficeState, tile_of
from ui.office.tile import FigureTile, Told
from ui.office.window import OfficeWindow
from ui.words import Words


class OfficeView(FiguresView):
    """Knows widgets only: emits what a person wants, renders what it is handed."""

    def __init__(self, words: Words, window: OfficeWindow) -> None:
        self.card = PartsCard(words)
        tiles = [
            FigureTile(figure, words(f"office.goal.{figure}"), words(f"{code_of(figure)}.meaning"))
            for figure in TILES
        ]
        super().__init__(words, window, tiles, self.card, words("office.file"), words("five_ones.excluded"))

    def render(self, state: OfficeState) -> None:
        """Show a state."""
        self.window.show_hall(state.hall, state.touch, published=state.calendar_published)
        self.show_days(state)
        figures = state.report.whole if state.report else None
        for tile, figure in zip(self.tiles, TILES, strict=True):
            tile.show_figure(self._told(figure, figures), chosen=figure is tile_of(state.figure))
        self.card.show_state(state)

    def _told(self, figure: Figure, figures: Figures | None) -> Told:
        words = self._words
        ratio = figures[figure] if figures else Ratio()
        meaning = words(f"office.meaning.{figure}")
        if figure is Figure.ONLINE and figures:
            sent = figures[Figure.SENT_ONLINE]
            meaning = words("office.meaning.both", sent=sent.numerator, share=words(share(sent)))
        return Told(ratio.share, words(share(ratio)), words(counts(ratio)), meaning)
