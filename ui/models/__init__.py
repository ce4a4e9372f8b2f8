"""Models that tables and lists stand on."""

from ui.models.rows import Cell, Column, RowsModel

__all__ = ["Cell", "Column", "RowsModel"]
