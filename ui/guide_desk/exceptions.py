"""Registering at the desk what the ordinary path cannot settle (F10)."""

from dataclasses import replace

from app.domain.errors import YiciError
from app.domain.exception_case import Channel
from app.ports.rows import ExceptionPage
from app.services.exception_files import open_with_files
from app.services.issue_ticket import Visitor
from app.services.open_exception import open_exception
from app.services.use_case import Command
from ui.failures import failure_of
from ui.given_files import read_files
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
        """Register it; a second press while it is under way does nothing, nor does one without a category."""
        form = self._desk.state.exception
        if not form.busy and wish.category is not None:
            self._desk.change(exception=ExceptionForm(item=form.item, busy=True, wish=wish))
            registering = self._register(wish, wish.category, form)
            self._desk.tasks.run_command(registering, name="register an exception")

    async def _register(self, wish: ExceptionWish, category: str, form: ExceptionForm) -> None:
        desk = self._desk
        ticket = "" if wish.anonymous else wish.ticket.strip().upper()
        item = form.item.code if form.item and not ticket else None

        async def opening(command: Command) -> ExceptionPage:
            return await open_exception(
                desk.ports,
                command,
                wish.summary,
                category,
                Channel.GUIDE_DESK,
                wish=wish.wish,
                ticket=ticket or None,
                item=item,
                visitor=None if wish.anonymous else Visitor(name=wish.name.strip(), phone=wish.phone.strip()),
            )

        try:
            files = await read_files(wish.files)
            done = await desk.orders.give(
                ("exception", wish, item),
                lambda command: open_with_files(desk.ports, command, files, opening),
            )
        except YiciError as error:
            typed = desk.state.exception.wish
            problem = failure_of(error).message
            desk.change(exception=ExceptionForm(item=form.item, problem=problem, wish=typed))
        else:
            desk.view.clear_exception()
            registered = ExceptionForm(registered=done.page.row.number, problem=done.problem)
            desk.change(exception=registered)
