"""Which part of this view asks which part of the presenter for what."""

from app.domain.case_parts import WatchKind
from ui.cases.presenter import CasesPresenter
from ui.cases.view import CasesView


def connect(view: CasesView, presenter: CasesPresenter) -> None:
    """Connect what only this station has."""
    listing, context = presenter.listing, view.work.context
    view.acted.connect(lambda: presenter.act(view.countersign()))
    view.work.list.watch_chosen.connect(lambda kind: listing.show_watch(WatchKind(kind) if kind else None))
    context.revealed.connect(presenter.acting.reveal)
    context.papers.reprinted.connect(presenter.acting.slips.print_again)
    context.papers.opened.connect(presenter.looking.open)
    context.papers.previewed.connect(presenter.looking.preview)
    view.work.paper.voided.connect(presenter.looking.void)
    view.work.paper.given_up.connect(presenter.commands.give_up)
