"""Which part of this view asks which part of the presenter for what."""

from ui.follow_ups.presenter import FollowUpsPresenter
from ui.follow_ups.view import FollowUpsView


def connect(view: FollowUpsView, presenter: FollowUpsPresenter) -> None:
    """Connect what only this list has."""
    form, appealing = view.work.appeal, presenter.appealing
    view.acted.connect(presenter.act)
    view.appeal_requested.connect(appealing.open)
    view.work.context.revealed.connect(presenter.acting.reveal)
    form.written.connect(appealing.write)
    form.given_up.connect(presenter.commands.give_up)
