"""Registering at the desk what the ordinary path cannot settle (F10)."""

from app.domain.errors import YiciError
from app.domain.exception_case import Channel
from app.services.exceptions import open_exception
from app.services.issue_ticket import Visitor
from ui.failures import failure_of
from ui.guide_desk.desk import Desk
from ui.guide_desk.state import ExceptionForm, ExceptionWish, Pane


class Exceptions:
    """The form keeps what was typed until it is registered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open(self) -> None:
        """Show the form, about the item that is on the page."""
        errand = self._desk.state.draft.errand
        form = ExceptionForm(item=errand.row if errand else None)
        self._desk.change(pane=Pane.EXCEPTION, exception=form)
        self._desk.view.focus_exception()

    def register(self, wish: ExceptionWish) -> None:
        """Register it; a second press while it is under way does nothing."""
        form = self._desk.state.exception
        if not form.busy:
            self._desk.change(exception=ExceptionForm(item=form.item, busy=True))
            self._desk.tasks.run_command(self._register(wish, form), name="register an exception")

    async def _register(self, wish: ExceptionWish, form: ExceptionForm) -> None:
        desk = self._desk
        item = form.item.code if form.item and not wish.ticket else None
        try:
            page = await desk.orders.give(
                ("exception", wish, item),
                lambda command: open_exception(
                    desk.ports,
                    command,
                    wish.summary,
                    wish.category,
                    Channel.GUIDE_DESK,
                    wish=wish.wish,
                    ticket=wish.ticket.strip().upper() or None,
                    item=item,
                    visitor=Visitor(name=wish.name.strip(), phone=wish.phone.strip()),
                ),
            )
        except YiciError as error:
            desk.change(exception=ExceptionForm(item=form.item, problem=failure_of(error).message))
        else:
            desk.view.clear_exception()
            desk.change(exception=ExceptionForm(registered=page.row.number))
