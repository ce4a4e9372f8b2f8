"""Which part of the view asks which part of the presenter for what."""

from app.domain.case_parts import WatchKind
from app.domain.case_table import CaseAction
from ui.cases.presenter import CasesPresenter
from ui.cases.state import Scope
from ui.cases.view import CasesView


def connect(view: CasesView, presenter: CasesPresenter) -> None:
    """Connect everything a person can do."""
    area, context = view.work.case.area, view.work.context
    view.acted.connect(lambda: presenter.acting.act(area.countersign()))
    view.back.connect(presenter.back)
    view.sign_in.submitted.connect(presenter.signing.sign_in)
    area.chosen.connect(lambda action: presenter.acting.choose(CaseAction(action)))
    area.written.connect(presenter.typed.write_case)
    area.given_up.connect(presenter.commands.give_up)
    context.revealed.connect(presenter.acting.reveal)
    context.reprinted.connect(presenter.acting.slips.print_latest)
    _connect_list(view, presenter)


def _connect_list(view: CasesView, presenter: CasesPresenter) -> None:
    pane, listing = view.work.list, presenter.listing
    pane.searched.connect(listing.search)
    pane.scope_chosen.connect(lambda scope: listing.show(Scope(scope)))
    pane.watch_chosen.connect(lambda kind: listing.show_watch(WatchKind(kind) if kind else None))
    pane.selected.connect(listing.open)
