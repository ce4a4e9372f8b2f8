"""Which part of the view asks which part of the presenter for what; ``acted`` is each room's own."""

from ui.worklist.presenter import WorklistPresenter
from ui.worklist.state import S
from ui.worklist.view import WorklistView


def connect(view: WorklistView[S], presenter: WorklistPresenter[S]) -> None:
    """Connect what a person can do at every worklist."""
    pane, area = view.work.list, view.work.case.area
    view.back.connect(presenter.back)
    view.sign_in.submitted.connect(presenter.signing.sign_in)
    pane.searched.connect(presenter.listing.search)
    pane.scope_chosen.connect(presenter.listing.show)
    pane.selected.connect(presenter.listing.open)
    area.chosen.connect(presenter.acting.choose)
    area.written.connect(presenter.typed.write_case)
    area.given_up.connect(presenter.commands.give_up)
