"""The list of follow-ups and the page of one, as the database has them now."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from app.domain.errors import NotFound, RuleBroken
from app.ports.rating_queries import FollowUpQuery
from app.ports.rows import FollowUpPage, FollowUpRow
from app.services import rating_views as views
from ui.follow_ups import rules
from ui.follow_ups.state import FollowUpsState, Pane, Scope
from ui.worklist.listing import LIMIT, Listing


class FollowUpListing(Listing[FollowUpsState, FollowUpPage]):
    """Lists what the person who is signed in may see: never what others said of them."""

    async def refresh(self) -> None:
        """Read the list, and the page that is looked at, again; nothing while nobody is there.

        Raises:
            DatabaseAway: out of touch.
        """
        if self._desk.state.actor is None:
            self._desk.change(hall=await self._desk.ports.readers.hall())
            return
        await self._read_own()
        with suppress(NotFound):  # what was looked at is somebody else's by now; the list says what is left
            await super().refresh()

    async def refresh_choices(self) -> None:
        """Read the staff, to whom a follow-up can be given.

        Raises:
            DatabaseAway: out of touch.
        """
        self._desk.change(staff=tuple(await self._desk.ports.readers.staff()))

    def open(self, number: str) -> None:
        """Look at a follow-up, and no longer at the form of an appeal."""
        if self._desk.state.pane is Pane.APPEAL:
            self._desk.change(pane=None, problem=None)
        if number != self._desk.state.wanted:
            self._desk.change(revealed=None)
        super().open(number)

    async def _read_own(self) -> None:
        actor = self._desk.state.actor
        if actor is None or not rules.may_appeal(self._desk.state):
            return
        own = await views.own_ratings(self._desk.ports, actor)
        if self._desk.state.actor == actor:
            self._desk.change(own=own if rules.is_rated(actor, own.counts) else None)

    async def _rows(self) -> Sequence[FollowUpRow]:
        state = self._desk.state
        if state.actor is None:
            return ()
        text = state.searched.strip() or None
        query = FollowUpQuery(open_only=state.scope is not Scope.ALL, text=text, limit=LIMIT)
        rows = await views.follow_ups(self._desk.ports, state.actor, query)
        # Somebody else may have taken the chair meanwhile, who may see less.
        return rows if self._desk.state.actor == state.actor else ()

    async def _page(self, number: str) -> tuple[FollowUpPage, dict[str, Any]]:
        actor = self._desk.state.actor
        if actor is None:
            raise NotFound("follow_up.rule.none", number=number)
        try:
            return await views.follow_up(self._desk.ports, actor, number), {}
        except RuleBroken as broken:
            # It was given to somebody else: for this person it is not there any more.
            raise NotFound(broken.message.code, **broken.message.params) from broken

    async def _read_page(self, number: str) -> None:
        try:
            await super()._read_page(number)
        except NotFound:
            if self._desk.state.actor is not None:  # else whoever asked has left
                raise

    def _computed(self, page: FollowUpPage) -> dict[str, Any]:
        if page.row.due is None:
            return {"days_left": 0}
        due = page.row.due.day
        return {"days_left": self._days_left(self._today or due, due)}

    def _first(self) -> str | None:
        if self._desk.state.pane is Pane.APPEAL:
            return None
        return next((members[0].number for _, members in rules.groups(self._desk.state)), None)
