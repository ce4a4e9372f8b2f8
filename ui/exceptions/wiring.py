"""Which part of the view asks which part of the presenter for what."""

from app.domain.exception_table import ExceptionAction
from ui.exceptions.presenter import ExceptionsPresenter
from ui.exceptions.state import Pane, Scope
from ui.exceptions.view import ExceptionsView


def connect(view: ExceptionsView, presenter: ExceptionsPresenter) -> None:
    """Connect everything a person can do."""
    view.acted.connect(lambda: _act(presenter))
    view.back.connect(presenter.back)
    view.new_requested.connect(presenter.registering.open)
    view.sign_in.submitted.connect(presenter.signing.sign_in)
    _connect_list(view, presenter)
    _connect_case(view, presenter)
    _connect_new(view, presenter)


def _act(presenter: ExceptionsPresenter) -> None:
    if presenter.state.pane is Pane.NEW:
        presenter.registering.register()
    else:
        presenter.acting.act()


def _connect_list(view: ExceptionsView, presenter: ExceptionsPresenter) -> None:
    pane = view.work.list
    pane.searched.connect(presenter.listing.search)
    pane.scope_chosen.connect(lambda scope: presenter.listing.show(Scope(scope)))
    pane.selected.connect(presenter.listing.open)


def _connect_case(view: ExceptionsView, presenter: ExceptionsPresenter) -> None:
    area = view.work.case.area
    area.chosen.connect(lambda action: presenter.acting.choose(ExceptionAction(action)))
    area.written.connect(presenter.typed.write_case)
    area.given_up.connect(presenter.commands.give_up)


def _connect_new(view: ExceptionsView, presenter: ExceptionsPresenter) -> None:
    form = view.work.new
    form.written.connect(presenter.typed.write_new)
    form.started_over.connect(presenter.registering.clear)
    form.given_up.connect(presenter.commands.give_up)
    form.item.searched.connect(presenter.registering.search_item)
    form.item.chosen.connect(presenter.registering.choose_item)
    form.item.cleared.connect(presenter.registering.choose_no_item)
