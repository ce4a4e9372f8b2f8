"""Which part of this view asks which part of the presenter for what."""

from app.domain.case_parts import WatchKind
from ui.cases.presenter import CasesPresenter
from ui.cases.view import CasesView


def connect(view: CasesView, presenter: CasesPresenter) -> None:
    """Connect what only this station has."""
    listing, context = presenter.listing, view.work.context
    view.acted.connect(lambda: presenter.act(view.countersign()))
    view.work.case.area.previewed.connect(presenter.preview)
    view.work.list.watch_chosen.connect(lambda kind: listing.show_watch(WatchKind(kind) if kind else None))
    context.revealed.connect(presenter.acting.reveal)
    context.papers.reprinted.connect(presenter.acting.slips.print_again)
    context.papers.opened.connect(presenter.looking.open)
    context.papers.previewed.connect(presenter.looking.preview)
    view.work.paper.voided.connect(presenter.looking.void)
    context.corrected.connect(presenter.correcting.open)
    view.work.applicant.written.connect(presenter.correcting.write)
    view.work.list.selected.connect(lambda _: listing.show_case_behind())
    for pane in (view.work.paper, view.work.applicant, view.work.new):
        pane.given_up.connect(presenter.commands.give_up)
    _connect_new(view, presenter)


def _connect_new(view: CasesView, presenter: CasesPresenter) -> None:
    form, opening = view.work.new, presenter.opening
    view.new_requested.connect(opening.open)
    form.written.connect(presenter.typed.write_new)
    form.started_over.connect(opening.clear)
    form.item.searched.connect(opening.items.search)
    form.item.chosen.connect(opening.choose_item)
    form.item.cleared.connect(opening.choose_no_item)
