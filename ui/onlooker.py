"""What a screen shows of a hall that it only looks at: read again when something changes, and never old as new."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Generic, Protocol, TypeVar

from app.domain.events import Topic
from app.ports.change_feed import ChangeFeed, Touch
from ui.refresh import Pause, Refresher
from ui.tasks import Tasks

NOBODY = "\0"
"""The origin of no station: nothing that changes is passed over as one's own."""


S = TypeVar("S")
S_contra = TypeVar("S_contra", contravariant=True)


class View(Protocol[S_contra]):
    """What an onlooker needs of the screen."""

    def render(self, state: S_contra, /) -> None: ...


class Onlooker(ABC, Generic[S]):
    """``start`` begins; the tasks' owner ends it.

    ``name`` is that of the screen in what it reports, ``state`` a frozen dataclass with ``touch`` among its fields.
    """

    def __init__(
        self,
        name: str,
        state: S,
        feed: ChangeFeed,
        topics: Iterable[Topic],
        view: View[S],
        tasks: Tasks,
        failed: Callable[[str, BaseException], None],
        *,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._name, self._state, self._view = name, state, view
        self._tasks_of_screen, self._report, self._pause = tasks, failed, pause
        self._refresher = Refresher(
            feed,
            origin=NOBODY,
            touched=self._touched,
            failed=self._failed,
            recovered=lambda: self._touched(Touch.CONNECTED),
        )
        self._refresher.subscribe(topics, self.reload)

    def start(self) -> None:
        """Show what there is, and follow the hall from now on."""
        self._view.render(self._state)
        self._tasks_of_screen.start(self._refresher.run(), name=f"{self._name}.follow")

    @abstractmethod
    async def reload(self) -> None:
        """Read the hall. Raises DatabaseAway."""

    def _touched(self, touch: Touch) -> None:
        self._change(touch=touch)

    def _failed(self, error: Exception) -> None:
        """What cannot be read again is old, whatever the reason."""
        self._touched(Touch.LOST)
        self._report(f"{self._name}.reload", error)

    def _change(self, **changes: Any) -> None:
        shown: Any = self._state
        state: S = replace(shown, **changes)
        if state != self._state:
            self._state = state
            self._view.render(state)
