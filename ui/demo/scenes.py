"""The screens at their best moments: one trip goes through the real rooms, and is pictured on the way."""

from datetime import UTC

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from app.domain.judgement import Verdict
from app.domain.person import Personal
from app.ports.rows import NoticeRow, TicketRow
from app.services.issue_ticket import Visitor
from app.settings import StationKind
from app.texts import Language, Texts
from ui.board.room import open_room as open_board
from ui.board.window import BoardWindow
from ui.counter.intents import Intent
from ui.counter.presenter import CounterPresenter
from ui.counter.room import open_room as open_counter
from ui.counter.state import Paper, Phase
from ui.demo.agenda import Process
from ui.demo.album import Album, Tray, show, until
from ui.demo.clerk import seconds
from ui.demo.hall import GUIDE, DemoHall, clerk_of
from ui.demo.ledger import Ledger
from ui.demo.office import Office
from ui.demo.script import VisitEntry
from ui.demo.station import Post, finding_cases, station
from ui.demo.witness import Moment
from ui.exceptions.room import open_room as open_exceptions
from ui.exceptions.state import Scope
from ui.guide_desk.presenter import GuideDeskPresenter
from ui.guide_desk.room import open_room as open_guide_desk
from ui.guide_desk.state import PrintStage
from ui.theme import DARK, LIGHT, Look, active

_SEARCHED = "gtgsh"
_BOARD, _SMALL_BOARD = QSize(1920, 1080), QSize(960, 540)
_PHASES = {Moment.WAITING: Phase.IDLE, Moment.CALLED: Phase.CALLED, Moment.SERVING: Phase.SERVING}


class Photographer:
    """A witness with a camera. ``counter`` is the one that is pictured, known once it has told."""

    def __init__(self, hall: DemoHall, ledger: Ledger, album: Album, language: Language) -> None:
        self._hall, self._ledger, self._album, self._language = hall, ledger, album, language
        self._counter: int | None = None
        self._bars: list[QPixmap] = []

    async def issue(self, visit: VisitEntry, visitor: Visitor) -> TicketRow:
        """At the guide desk: found by initials, checked against the earlier slip, issued and printed."""
        tray, post = Tray(), Post(StationKind.GUIDE_DESK, GUIDE)
        async with station(self._hall, post, finding_cases(open_guide_desk), self._language, tray) as room:
            desk = room.presenter
            await show(room.widget)
            await until(lambda: desk.state.desk and desk.state.groups and desk.state.zone is not UTC)
            desk.use_notice(self._ledger.notices[0])
            await until(lambda: desk.state.draft.errand and desk.state.draft.errand.item)
            await _fill_in(desk, visit, visitor)
            room.view.search.box.edit.setText(_SEARCHED)
            await self._album.shoot("guide-desk.png", room.widget)
            self._hall.stand_still()
            desk.issuing.issue()
            await until(lambda: _is_printed(desk))
            ticket = desk.state.issued
            assert ticket is not None
        self._album.add_paper("ticket", tray.papers[0])
        return ticket

    async def tell(self, counter: int, ticket: TicketRow, visit: VisitEntry) -> NoticeRow:
        """At the counter: every material judged, the slip issued and printed."""
        tray, post = Tray(), Post(StationKind.COUNTER, clerk_of(counter), counter)
        async with station(self._hall, post, finding_cases(open_counter), self._language, tray) as room:
            desk = room.presenter
            await show(room.widget)
            await until(lambda: desk.state.phase is Phase.SERVING and desk.state.materials)
            _judge(desk, visit)
            await self._album.shoot("counter-serving.png", room.widget)
            self._hall.stand_still()
            await desk.ask(Intent.NOTICE)
            await until(lambda: desk.state.print.paper is Paper.PRINTED)
            told = desk.state.issued
            assert told is not None
        self._album.add_paper("slip", tray.papers[0])
        self._counter = counter
        return told

    async def sees(self, moment: Moment, counter: int) -> None:
        """The counter that has told, waiting in the dark, and as a bar in every state."""
        if counter != self._counter or len(self._bars) != list(Moment).index(moment):
            return
        post = Post(StationKind.COUNTER, clerk_of(counter), counter)
        async with station(self._hall, post, finding_cases(open_counter), self._language, Tray()) as room:
            desk = room.presenter
            await show(room.widget)
            await until(lambda: desk.state.phase is _PHASES[moment])
            if moment is Moment.WAITING:
                active.apply(Look(DARK))
                await self._album.shoot("counter-waiting-dark.png", room.widget)
                active.apply(Look(LIGHT))
            desk.switch_shape(compact=True)
            await until(room.view.bar.isVisible)
            self._bars.append(await self._album.cut_out(room.view.bar))
        if moment is Moment.SERVING:
            self._album.add_stacked("compact-bar.png", self._bars)

    async def board(self) -> Process:
        """The board, large and small."""
        post, latest = Post(StationKind.BOARD), (await self._hall.ports.readers.board()).calls[0]
        words = Texts(self._language)
        sentence = words("board.call.sentence", number=latest.number, counter=latest.counter)
        async with station(self._hall, post, open_board, self._language, Tray()) as room:
            await show(room.widget, _BOARD)
            await until(
                lambda: isinstance(room.widget, BoardWindow) and sentence in room.widget.call.accessibleName()
            )
            await self._album.shoot("board.png", room.widget)
            await show(room.widget, _SMALL_BOARD)
            await self._album.shoot("board-compact.png", room.widget)
        yield seconds(1)

    async def exceptions(self, office: Office, handler: str) -> Process:
        """The supervision office, with the case of the script in the hands of its handler."""
        post = Post(StationKind.EXCEPTIONS, handler)
        open_room = finding_cases(open_exceptions)
        async with station(self._hall, post, open_room, self._language, Tray()) as room:
            desk = room.presenter
            await show(room.widget)
            desk.listing.show(Scope.OPEN)
            await until(lambda: desk.state.rows)
            assert office.pictured is not None
            desk.listing.open(office.pictured)
            await until(lambda: desk.state.page and desk.state.page.row.number == office.pictured)
            await self._album.shoot("exceptions.png", room.widget)
        yield seconds(1)


async def _fill_in(desk: GuideDeskPresenter, visit: VisitEntry, visitor: Visitor) -> None:
    for number in sorted(visit.brought or ()):
        desk.tick(number, held=True)
    for item in visit.then:
        desk.add_another()
        desk.pick(item)
    desk.show_errand(visit.item)
    for part, text in zip(Personal, (visitor.name, visitor.identity, visitor.phone), strict=True):
        desk.write(part, text)
    desk.choose_priority(visitor.priority)
    await until(lambda: all(errand.item for errand in desk.state.draft.errands))


def _judge(desk: CounterPresenter, visit: VisitEntry) -> None:
    found = {shortcoming.material: shortcoming for shortcoming in visit.shortcomings}
    for material in desk.state.materials:
        shortcoming = found.get(material.number)
        if shortcoming is None:
            desk.judging.judge(material.number, Verdict.COMPLETE)
            continue
        desk.judging.judge(material.number, shortcoming.verdict)
        if shortcoming.wrong_kind is not None:
            desk.judging.choose_kind(material.number, shortcoming.wrong_kind)
            desk.judging.write_remark(material.number, shortcoming.text)


def _is_printed(desk: GuideDeskPresenter) -> bool:
    ticket = desk.state.issued
    printed = desk.state.prints.get(ticket.number) if ticket else None
    return printed is not None and printed.stage is PrintStage.DONE
