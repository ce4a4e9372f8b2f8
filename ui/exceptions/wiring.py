"""Which part of this view asks which part of the presenter for what."""

from ui.exceptions.presenter import ExceptionsPresenter
from ui.exceptions.view import ExceptionsView


def connect(view: ExceptionsView, presenter: ExceptionsPresenter) -> None:
    """Connect what only this station has."""
    view.work.context.record_wanted.connect(presenter.print_record)
    form, registering = view.work.new, presenter.registering
    view.acted.connect(presenter.act)
    view.new_requested.connect(registering.open)
    card = view.work.context.files
    card.added.connect(presenter.files.add)
    card.opened.connect(presenter.files.open)
    card.saved.connect(presenter.files.save)
    form.written.connect(registering.write)
    form.started_over.connect(registering.clear)
    form.given_up.connect(presenter.commands.give_up)
    form.item.searched.connect(registering.items.search)
    form.item.chosen.connect(registering.choose_item)
    form.item.cleared.connect(registering.choose_no_item)
    _connect_groups(view, presenter)


def _connect_groups(view: ExceptionsView, presenter: ExceptionsPresenter) -> None:
    grouping, area, join = presenter.grouping, view.work.group.area, view.work.join
    view.group_requested.connect(grouping.toggle)
    area.chosen.connect(grouping.choose)
    area.written.connect(grouping.write)
    area.given_up.connect(presenter.commands.give_up)
    join.written.connect(grouping.write_join)
    join.given_up.connect(presenter.commands.give_up)
    view.work.around.case_wanted.connect(grouping.open_case)
