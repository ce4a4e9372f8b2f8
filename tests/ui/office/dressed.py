"""The office's window with both its pages, as the room puts them together."""

from app.texts import Texts
from ui.office.texts_view import TextsView
from ui.office.view import OfficeView
from ui.office.window import OfficeWindow


def dressed_office(language: str) -> tuple[OfficeView, TextsView]:
    """The page of figures and that of texts; the figures' ``window`` is that of both."""
    texts = Texts(language)
    window = OfficeWindow(texts, "")
    figures, words = OfficeView(texts, window), TextsView(texts, window)
    for page in (figures.widget, words.widget):
        window.add_page(page)
    return figures, words
