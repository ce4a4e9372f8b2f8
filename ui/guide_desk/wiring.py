"""Which part of the view asks which part of the presenter for what."""

from collections.abc import Callable

from app.domain.person import Personal
from app.domain.policy import Priority
from ui.guide_desk.online_card import UNDO
from ui.guide_desk.presenter import GuideDeskPresenter
from ui.guide_desk.view import ADD, CONSULT, ESCAPE, GuideDeskView

AskReason = Callable[[str], None]
"""Asks why a ticket of this number is cancelled, and cancels it."""


def connect(view: GuideDeskView, presenter: GuideDeskPresenter, cancel: AskReason) -> None:
    """Connect everything a person can do."""
    keys = {
        ESCAPE: presenter.back_to_search,
        ADD: presenter.add_another,
        CONSULT: presenter.issuing.consult,
        UNDO: presenter.issuing.undo_online,
    }
    view.pressed.connect(lambda key: keys[key]())
    view.search.searched.connect(presenter.search)
    view.search.picked.connect(presenter.pick)
    _connect_page(view, presenter)
    _connect_people(view, presenter)
    _connect_tickets(view, presenter, cancel)
    view.sign_in.submitted.connect(presenter.signing.sign_in)
    view.exception.typed.connect(presenter.exceptions.write)
    view.exception.registered.connect(presenter.exceptions.register)


def _connect_page(view: GuideDeskView, presenter: GuideDeskPresenter) -> None:
    page, bar = view.ticket.item, view.ticket.bar
    page.head.sent_online.connect(presenter.issuing.send_online)
    page.situation_chosen.connect(presenter.choose_situation)
    page.materials.ticked.connect(presenter.tick)
    page.materials.set_aside.connect(presenter.set_aside)
    page.materials.all_ticked.connect(presenter.tick_all)
    bar.issue.connect(presenter.issuing.press)
    bar.consult.connect(presenter.issuing.consult)
    bar.gave_up.connect(presenter.issuing.give_up_waiting)
    view.ticket.retried.connect(presenter.issuing.again)
    view.ticket.result.reprint.connect(presenter.reprint)
    view.ticket.undone.connect(presenter.issuing.undo_online)


def _connect_people(view: GuideDeskView, presenter: GuideDeskPresenter) -> None:
    visitor, errands = view.ticket.visitor, view.ticket.errands
    visitor.written.connect(lambda part, text: presenter.write(Personal(part), text))
    visitor.left.connect(lambda part: presenter.leave(Personal(part)))
    visitor.priority_chosen.connect(lambda key: presenter.choose_priority(Priority(key)))
    visitor.start_over.connect(presenter.start_over)
    errands.add_another.connect(presenter.add_another)
    errands.shown.connect(presenter.show_errand)
    errands.removed.connect(presenter.remove_errand)
    errands.moved_up.connect(presenter.bring_forward)


def _connect_tickets(view: GuideDeskView, presenter: GuideDeskPresenter, cancel: AskReason) -> None:
    for card in (view.side.recent, view.find):
        card.reprinted.connect(presenter.printing.reprint_ticket)
        card.cancelled.connect(cancel)
    for place in (view.side.missed, view.find):
        place.revived.connect(presenter.tickets.revive)
    view.find.searched.connect(presenter.finding.find)
    view.find.notice_used.connect(presenter.use_found_notice)
    view.find.notice_reprinted.connect(presenter.printing.reprint_notice)
