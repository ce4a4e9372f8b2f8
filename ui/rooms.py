"""What a station shows: one room at a time, each a window of its own."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


class Room(Protocol):
    """What ``open_room(context)`` of each room gives back."""

    @property
    def widget(self) -> QWidget:
        """The station's whole window, ready to be shown."""
        ...

    async def close(self) -> None:
        """End the room's tasks; what is being written is waited for."""
        ...


@runtime_checkable
class AsksFirst(Protocol):
    """A room in which something may remain behind that a person has to decide about."""

    async def may_leave(self) -> bool:
        """Whether the room may give way to the settings; asks where that is for a person to say."""
        ...
