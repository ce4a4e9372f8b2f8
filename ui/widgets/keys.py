"""Keys that mean the same wherever they are pressed."""

from PySide6.QtCore import Qt

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Enter of the letters and of the figures."""
