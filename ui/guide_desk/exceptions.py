"""Registering at the desk what the ordinary path cannot settle (F10)."""

from dataclasses import replace

from app.domain.errors import YiciError
from app.domain.exception_case import Channel
from app.services.issue_ticket import Visitor
from app.services.open_exception import open_exception
from ui.failures import failure_of
from ui.guide_desk.desk import Desk
from ui.guide_desk.state import ExceptionForm, ExceptionWish, Pane


class Exceptions:
    """The form keeps what was typed until it is registered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def restore(self, wish: ExceptionWish) -> None:
        """What was typed before a restart stands in the form again."""
        self.write(wish)
        self._desk.view.fill_exception(wish)

    def write(self, wish: ExceptionWish) -> None:
        """Something was typed or chosen."""
        self._desk.change(exception=replace(self._desk.state.exception, wish=wish))

    def open(self) -> None:
        """Show the form, about the item that is on the page."""
        errand = self._desk.state.draft.errand
        wish = self._desk.state.exception.wish
        form = ExceptionForm(item=errand.row if errand else None, wish=wish)
        self._desk.change(pane=Pane.EXCEPTION, exception=form)
        self._desk.view.focus_exception()

    def register(self, wish: ExceptionWish) -> None:
        """Register it; a second press while it is under way does nothing."""
        form = self._desk.state.exception
        if not form.busy:
            self._desk.change(exception=ExceptionForm(item=form.item, busy=True, wish=wish))
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
            typed = desk.state.exception.wish
            problem = failure_of(error).message
            desk.change(exception=ExceptionForm(item=form.item, problem=problem, wish=typed))
        else:
            desk.view.clear_exception()
            desk.change(exception=ExceptionForm(registered=page.row.number))
