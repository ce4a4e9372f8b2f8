"""The presenter of the offices' own words: who may change them, what is typed, tried and saved."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from app.domain.errors import YiciError
from app.domain.message import Message
from app.domain.office_text import TextPart
from app.domain.staff import Permission
from app.ports.files import reason_of
from app.services.office_texts import OfficeWording, office_texts, preview_texts, word_paper
from app.services.use_case import Command, Ports
from ui.kept_file import KeptFile
from ui.office.texts_state import Draft, TextsState, kind_of
from ui.one_command import Commands
from ui.orders import Orders
from ui.session import Session
from ui.signing import SignIn
from ui.tasks import Tasks

GIVEN_UP = Message("office.texts.given_up")
WRITE_AFTER = 0.5
"""Seconds after the last letter."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file holds: what was typed and not saved, by department and kind."""

    drafts: Mapping[str, Draft] = field(default_factory=dict)


class View(Protocol):
    """What the presenter needs of the screen."""

    def render(self, state: TextsState) -> None:
        """Show the state; an input that has the focus is never written."""

    def say(self, message: Message) -> None:
        """Say for a while what worked."""


class TextsPresenter:
    """``refresh`` and ``check_again`` are for whoever follows the hall."""

    def __init__(
        self,
        ports: Ports,
        session: Session,
        file: KeptFile[Kept],
        view: View,
        tasks: Tasks,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._ports, self._session, self._file, self._view = ports, session, file, view
        self.tasks, self.state, self._pause = tasks, TextsState(), pause
        self._typed = asyncio.Event()
        self.commands = Commands(self, Orders(session.command), GIVEN_UP)
        self._door = SignIn(
            ports, session, tasks, Permission.SET_UP,
            lambda state: self.change(signing_in=state), self._begin, self._leave,
        )  # fmt: skip
        self.sign_in, self.check_again = self._door.begin, self._door.check_again

    def start(self) -> None:
        """Show what was typed last time; ``keep`` writes what is typed from now on."""
        self._view.render(self.state)
        self.change(drafts=self._file.read().drafts)
        self.tasks.start(self._keep(), name="office.texts.keep")

    def look_who(self) -> None:
        """Somebody came or left at another page: work for whoever may work here."""
        actor = self._session.who_may(Permission.SET_UP)
        if actor != self.state.actor:
            self._begin() if actor is not None else self._leave()

    async def refresh(self) -> None:
        """Read departments and words again. Raises DatabaseAway."""
        departments = tuple(await self._ports.readers.departments())
        rows = await office_texts(self._ports)
        known = {department.code for department in departments}
        first = departments[0].code if departments else None
        chosen = self.state.department if self.state.department in known else first
        self.change(departments=departments, rows=rows, department=chosen)

    def choose_department(self, code: str) -> None:
        """Show the words of another department."""
        if code != self.state.department:
            self.change(department=code, pdf=None, previewing=False, problem=None)

    def choose_kind(self, key: str) -> None:
        """Show the words of another kind of paper."""
        if kind_of(key) is not self.state.kind:
            self.change(kind=kind_of(key), pdf=None, previewing=False, problem=None)

    def type(self, part: TextPart, text: str) -> None:
        """Something was typed."""
        state = self.state
        draft = {p: t for p, t in state.draft.items() if p is not part}
        if text.strip() != state.kept(part, state.kind):
            draft[part] = text
        self._put(state.place, draft)

    def undo(self) -> None:
        """What is set stands again in the fields."""
        self._put(self.state.place, {})

    def preview(self) -> None:
        """Show a sample in the words that stand in the fields."""
        if self.state.actor is not None and self.state.department is not None:
            self.change(previewing=True, problem=None)
            self.tasks.start(self._preview(), name="office.texts.preview", replace=True)

    def save(self) -> None:
        """From now on it is said like this."""
        state = self.state
        code, changed = state.department, state.changed
        if state.actor is None or code is None or not changed:
            return

        async def steps(command: Command) -> OfficeWording:
            return await word_paper(self._ports, command, code, state.kind, changed)

        order = (state.place, tuple(changed.items()))
        self.commands.give(order, steps, lambda done: self._saved(state.place, changed, done))

    def change(self, **changes: Any) -> None:
        """Change these fields of the state and show it when it differs."""
        state = replace(self.state, **changes)
        if state != self.state:
            self.state = state
            self._view.render(state)

    async def write(self) -> None:
        """Keep what was typed; where the file cannot be written it is said, and stays on the screen."""
        self._typed.clear()
        try:
            await self._file.write(Kept(self.state.drafts))
        except OSError as error:
            self.change(problem=Message("office.texts.not_kept", {"reason": reason_of(error)}))

    async def _keep(self) -> None:
        while True:
            await self._typed.wait()
            await self._pause(WRITE_AFTER)
            await self.write()

    def _put(self, place: str, draft: Draft) -> None:
        others = {key: typed for key, typed in self.state.drafts.items() if key != place}
        self.change(drafts=others | {place: draft} if draft else others, problem=None)
        self._typed.set()

    def _saved(self, place: str, changed: Mapping[TextPart, str], done: OfficeWording) -> None:
        """Show what is set before it is read again; what was typed meanwhile stays."""
        said = {(row.department, row.part, row.kind) for row in done.rows}
        others = tuple(r for r in self.state.rows if (r.department, r.part, r.kind) not in said)
        typed = self.state.drafts.get(place, {})
        self.change(rows=(*others, *(row for row in done.rows if row.text)))
        self._put(place, {p: t for p, t in typed.items() if t.strip() != changed.get(p)})
        self._view.say(Message("office.texts.saved"))

    async def _preview(self) -> None:
        state = self.state
        assert state.department is not None
        try:
            pdf = await preview_texts(
                self._ports, self._session.command(), state.department, state.shown_kind, state.tried
            )
        except YiciError as error:
            self.change(previewing=False, pdf=None, problem=error.message)
        else:
            if self.state.place == state.place:
                self.change(previewing=False, pdf=pdf)

    def _begin(self) -> None:
        self.change(actor=self._session.actor, problem=None)

    def _leave(self) -> None:
        self.change(actor=None, pdf=None, previewing=False, problem=None)
