"""The office's window with all its pages, as the room puts them together."""

from app.texts import Texts
from ui.office.ledger_view import LedgerView
from ui.office.ratings_view import RatingsView
from ui.office.texts_view import TextsView
from ui.office.view import OfficeView
from ui.office.window import OfficeWindow, Page


def dressed_ratings(language: str) -> RatingsView:
    """The page of ratings in the same window."""
    figures, *_ = dressed_office(language)
    view = RatingsView(Texts(language), figures.window)  # type: ignore[arg-type]
    figures.window.add_page(view.widget)
    figures.window.show_page(Page.RATINGS)
    return view


def dressed_office(language: str) -> tuple[OfficeView, LedgerView, TextsView]:
    """The pages of figures, of exceptions and of texts; the figures' ``window`` is that of all."""
    texts = Texts(language)
    window = OfficeWindow(texts, "")
    figures, ledger, words = OfficeView(texts, window), LedgerView(texts, window), TextsView(texts, window)
    for page in (figures.widget, ledger.widget, words.widget):
        window.add_page(page)
    return figures, ledger, words
