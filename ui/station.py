"""One station from its start to its end: set up, the hall opened, its room shown, all closed again."""

import asyncio
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from enum import Enum
from typing import Any, TypeVar

from app.domain.errors import YiciError
from app.domain.message import Message
from app.domain.print_job import Printer
from app.settings import StationKind, StationSettings
from app.texts import Texts
from ui.context import StationContext
from ui.failures import Failure, FailurePath, nothing_unseen
from ui.first_paint import once_painted
from ui.first_start.address import address_of
from ui.first_start.state import PAPERS
from ui.parts import OpenHall, Parts
from ui.print_offer import offer_prints
from ui.print_queue import PrintQueue
from ui.record_offer import VERIFY, offer_records
from ui.rooms import AsksFirst, Room
from ui.session import Session
from ui.stage import Stage, dress
from ui.tasks import TaskSupervisor
from ui.waiting_window import WaitingWindow, why_not_open
from ui.watched_feed import WatchedFeed

RETRY_SECONDS = 3.0
PATIENCE_SECONDS = 0.4
"""A hall that opens sooner needs no window that says it is being opened."""

SCANNING = (StationKind.CASES, StationKind.EXCEPTIONS, StationKind.OFFICE)
"""Guide desk and counter show what was scanned where they need it."""
WARM_UP = "load the fonts of the paper"  # so that the first slip is as quick as the others
LEAVE = "ask before the settings"
THE_LAW = "follow the law's clock"

R = TypeVar("R")


class Wish(Enum):
    """What a person wants next."""

    CLOSE = "close"
    SET_UP = "set_up"
    RETRY = "retry"


class Station:
    """``run`` until the last window is closed."""

    def __init__(self, parts: Parts, stage: Stage) -> None:
        self._parts, self._stage = parts, stage
        self._wishes: asyncio.Queue[Wish] = asyncio.Queue()
        self._failed = FailurePath(self._show_failure)
        self._tasks = TaskSupervisor(self._failed)
        stage.all_closed.connect(lambda: self._wishes.put_nowait(Wish.CLOSE))

    async def run(self, settings: StationSettings) -> None:
        """Set up what is missing, then serve; again after every change of the settings."""
        wish = Wish.SET_UP if settings.database is None or settings.kind is None else None
        with nothing_unseen(self._failed):
            try:
                while wish is not Wish.CLOSE:
                    if wish is Wish.SET_UP:
                        chosen = await self._unless_wished(self._set_up(settings))
                        if not isinstance(chosen, StationSettings):
                            return
                        settings = chosen
                    wish = await self._serve(settings)
            finally:
                await self._tasks.close()

    async def _set_up(self, settings: StationSettings) -> StationSettings:
        # Late: it is asked once, and a station starts every morning.
        from ui.first_start.room import FirstStartRoom, Outside

        outside = Outside(
            open_hall=lambda url, key, origin: self._parts.open_hall(
                settings.model_copy(update={"database": url, "key_file": key}), origin
            ),
            make_sample=self._parts.make_sample,
            paper_of=self._parts.paper_of,
            show=self._stage.show,
            version=self._parts.version,
        )
        dress(settings)
        room = FirstStartRoom(outside, settings)
        try:
            self._stage.show(room.widget, settings)
            return await room.settled()
        finally:
            await room.close()

    async def _serve(self, settings: StationSettings) -> Wish:
        """Be the station until a person wants something else."""
        dress(settings)
        async with AsyncExitStack() as stack:
            hall = await self._open(stack, settings)
            if isinstance(hall, Wish):
                return hall
            return await self._work(self._context(hall, settings))

    def _context(self, hall: OpenHall, settings: StationSettings) -> StationContext:
        prints = self._print_queue(hall, settings)
        return StationContext(
            ports=hall.ports,
            feed=WatchedFeed(hall.feed, self._stage.show_clock, prints.hear),
            origin=hall.origin,
            texts=Texts(settings.language),
            settings=settings,
            session=Session(settings.station),
            item_search=self._parts.item_search,
            prints=prints,
            supervisor=self._tasks,
        )

    def _print_queue(self, hall: OpenHall, settings: StationSettings) -> PrintQueue:
        printers = {
            Printer.TICKET: self._parts.paper_of(settings.ticket_printer),
            Printer.A4: self._parts.paper_of(settings.a4_printer),
        }
        roll = settings.ticket_roll
        return PrintQueue(hall.ports, hall.origin, settings.print_queue, printers, self._failed, roll)

    async def _open(self, stack: AsyncExitStack, settings: StationSettings) -> OpenHall | Wish:
        """Open the hall, however long it takes; no other database takes its place."""
        window = self._waiting_window(settings)
        loop = asyncio.get_running_loop()
        slow = loop.call_later(PATIENCE_SECONDS, lambda: self._stage.show(window, settings))
        try:
            while True:
                opened = await self._unless_wished(self._try_to_open(stack, settings))
                if isinstance(opened, tuple):
                    window.show_problem_at_start(*opened)
                    self._stage.show(window, settings)
                    opened = await self._unless_wished(asyncio.sleep(RETRY_SECONDS, Wish.RETRY))
                if opened is not Wish.RETRY:
                    return opened
        finally:
            slow.cancel()

    async def _try_to_open(
        self, stack: AsyncExitStack, settings: StationSettings
    ) -> OpenHall | tuple[Message, Message]:
        try:
            return await stack.enter_async_context(self._parts.open_hall(settings, settings.station))
        except YiciError as error:
            return why_not_open(error)

    def _waiting_window(self, settings: StationSettings) -> WaitingWindow:
        texts = Texts(settings.language)
        where = address_of(settings.database or "").shown
        window = WaitingWindow(texts, settings.name or texts(f"setup.kind.{settings.kind}"), where)
        window.retry_now.connect(lambda: self._wishes.put_nowait(Wish.RETRY))
        window.change_address.connect(lambda: self._wishes.put_nowait(Wish.SET_UP))
        self._stage.on_settings_key(window, lambda: self._wishes.put_nowait(Wish.SET_UP))
        return window

    async def _work(self, context: StationContext) -> Wish:
        room = self._parts.open_room(context)
        self._offer_settings(room, context.texts)
        following = None
        try:
            if context.settings.kind and PAPERS[context.settings.kind]:
                offer_prints(room.widget, context, self._tasks)
                context.prints.start()
                warm_up = once_painted(room.widget, context.ports.warm_up)
                self._tasks.start(warm_up, name=WARM_UP, replace=True)
            if context.settings.kind in SCANNING:
                offer_records(room.widget, context, self._tasks)
            if context.settings.kind is not StationKind.BOARD:
                following = self._tasks.run_command(context.law.run(context.ports), name=THE_LAW)
            self._stage.show(room.widget, context.settings)
            return await self._wishes.get()
        finally:
            for task in (WARM_UP, VERIFY, LEAVE):
                self._tasks.cancel(task)
            context.law.stop()
            with self._stage.between_windows():
                await context.prints.close()  # which still tells the room
                await room.close()
                if following is not None:
                    await asyncio.wait({following})

    def _offer_settings(self, room: Room, texts: Texts) -> None:
        def wish() -> None:
            self._tasks.start(self._leave_for_settings(room), name=LEAVE)

        self._stage.offer(room.widget, texts("setup.settings"), wish)
        self._stage.on_settings_key(room.widget, wish)

    async def _leave_for_settings(self, room: Room) -> None:
        if not isinstance(room, AsksFirst) or await room.may_leave():
            self._wishes.put_nowait(Wish.SET_UP)

    async def _unless_wished(self, work: Coroutine[Any, Any, R]) -> R | Wish:
        """The result of ``work``, or what a person wants before it is done."""
        doing = self._tasks.start(work, name="station")
        wishing = self._tasks.start(self._wishes.get(), name="station.wish")
        await asyncio.wait({doing, wishing}, return_when=asyncio.FIRST_COMPLETED)
        if doing.done():
            wishing.cancel()
            result: R = await doing
            return result
        doing.cancel()
        await asyncio.wait({doing})
        wish: Wish = await wishing
        return wish

    def _show_failure(self, failure: Failure) -> None:
        self._stage.show_problem(failure.message)
