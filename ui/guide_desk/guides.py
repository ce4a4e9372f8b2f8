"""The guides of the items picked here: what was read once stays in sight, what cannot be read comes later."""

from app.domain.catalogue import ServiceItem
from app.domain.errors import YiciError
from app.domain.message import Message
from app.ports.errors import DatabaseAway
from ui.guide_desk.desk import Desk
from ui.guide_desk.draft import Draft


class Guides:
    """Reads the guide of an item when it is wanted, and again after the hall may have changed it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[str, ServiceItem] = {}
        self._current: set[str] = set()

    def shown_in(self, draft: Draft) -> Draft:
        """The draft with what is known of the item on its page."""
        guide = self._known.get(draft.errand.code) if draft.errand else None
        return draft.learn(guide) if guide else draft

    def want(self, code: str) -> None:
        """Somebody looks at this item: read its guide, unless it is the present one."""
        if code not in self._current:
            self._desk.tasks.start(self._read_or_wait(code), name=f"read item {code}")

    async def read_again(self) -> None:
        """Read the guides of the draft again.

        Raises:
            DatabaseAway: out of touch; what was read before stays.
        """
        self._current.clear()
        wanted = [errand.code for errand in self._desk.state.draft.errands]
        for gone in self._desk.state.unread.keys() - set(wanted):
            self._tell(gone, None)
        for code in wanted:
            await self._read(code)

    async def _read_or_wait(self, code: str) -> None:
        try:
            await self._read(code)
        except DatabaseAway:
            self._desk.read_all_again()  # which tries until it is in touch

    async def _read(self, code: str) -> None:
        try:
            guide = await self._desk.ports.readers.item(code)
        except DatabaseAway:
            self._tell(code, Message("guide_desk.materials.away"))
            raise
        except YiciError as error:
            self._tell(code, error.message)
        else:
            self._known[code] = guide
            self._current.add(code)
            self._tell(code, None)
            self._desk.change_draft(self._desk.state.draft.learn(guide))

    def _tell(self, code: str, why: Message | None) -> None:
        """Why a guide cannot be shown, None once it can."""
        unread = {other: said for other, said in self._desk.state.unread.items() if other != code}
        if why is not None:
            unread[code] = why
        if unread != self._desk.state.unread:
            self._desk.change(unread=unread)
