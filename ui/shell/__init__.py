"""What every station's window has around its room."""

from ui.shell.clock import HallClock
from ui.shell.clock_gap import clock_warning, tenths
from ui.shell.connection import Connection, connection_fact
from ui.shell.facts import Fact, status_fact
from ui.shell.header import Header
from ui.shell.nav import Navigation, Place
from ui.shell.preferences import Preferences
from ui.shell.station_window import StationWindow
from ui.shell.status_line import StatusLine

__all__ = [
    "Connection",
    "Fact",
    "HallClock",
    "Header",
    "Navigation",
    "Place",
    "Preferences",
    "StationWindow",
    "StatusLine",
    "clock_warning",
    "connection_fact",
    "status_fact",
    "tenths",
]
