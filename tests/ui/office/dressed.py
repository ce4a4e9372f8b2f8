"""The office's window with all its pages, as the room puts them together."""

from typing import NamedTuple

from app.texts import Texts
from ui.office.ledger_view import LedgerView
from ui.office.ratings_view import RatingsView
from ui.office.reminders_state import RemindersState
from ui.office.reminders_view import RemindersView
from ui.office.texts_view import TextsView
from ui.office.view import OfficeView
from ui.office.window import OfficeWindow, Page


class DressedOffice(NamedTuple):
    """The pages; the figures' ``window`` is that of all."""

    figures: OfficeView
    ledger: LedgerView
    texts: TextsView
    ratings: RatingsView
    reminders: RemindersView


def dressed_office(language: str) -> DressedOffice:
    """The office's pages in one window."""
    texts = Texts(language)
    window = OfficeWindow(texts, "")
    office = DressedOffice(
        OfficeView(texts, window),
        LedgerView(texts, window),
        TextsView(texts, window),
        RatingsView(texts, window),
        RemindersView(texts, window),
    )
    figures, ledger, words, ratings, reminders = office
    for page in (figures.widget, ledger.widget, words.widget, ratings.widget, reminders.widget):
        window.add_page(page)
    reminders.render(RemindersState())
    return office


def dressed_ratings(language: str) -> RatingsView:
    """The page of ratings in that window, shown."""
    office = dressed_office(language)
    office.figures.window.show_page(Page.RATINGS)
    return office.ratings
