"""The fields of style options, which Qt's type information does not know."""

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyle


def state_of(option: Any) -> QStyle.StateFlag:
    """Selected, hovered, enabled, … of the item to paint."""
    state: QStyle.StateFlag = option.state
    return state


def box_of(option: Any) -> QRect:
    """Where the item is painted."""
    box: QRect = option.rect
    return box
