"""What is printed: one JSON document, or tables for people."""

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from zoneinfo import ZoneInfo

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from app.domain.person import mask_name
from app.ports.errors import DeviceFailed
from app.ports.files import reason_of
from app.texts import Texts

UNBOUNDED = 4000
"""Columns where nobody looks: a pipe gets whole lines, however long."""


@dataclass(frozen=True, slots=True)
class Say:
    """How this run speaks: its language, and the hall's time zone."""

    texts: Texts
    zone: ZoneInfo

    def instant(self, moment: datetime | None) -> str | None:
        """ISO 8601 with the hall's offset."""
        return moment.astimezone(self.zone).isoformat() if moment else None

    def clock(self, moment: datetime | None) -> str:
        """Hours and minutes in the hall."""
        return self.texts.time(moment.astimezone(self.zone)) if moment else ""

    def choice(self, kind: str, value: str | None) -> str:
        """The words of an enumeration's value; empty for none."""
        return self.texts(f"{kind}.{value}") if value else ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A result: the document for programs, and what people see instead."""

    document: Mapping[str, object]
    people: Callable[[], RenderableType]


def emit(shown: Shown, *, as_json: bool) -> None:
    """Print a result on stdout: as one JSON document and nothing else, or for people."""
    if as_json:
        emit_json(shown.document)
    else:
        _put_out(rendered(shown.people()))


def emit_json(document: Mapping[str, object]) -> None:
    """Print one JSON document on one line of stdout."""
    _put_out(json.dumps(document, ensure_ascii=False) + "\n")


def _put_out(text: str) -> None:
    """Print at once.

    Raises:
        DeviceFailed: what reads it has no room for it; a closed pipe is none of our business.
    """
    try:
        typer.echo(text, nl=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise DeviceFailed("device.output_failed", reason=reason_of(error)) from error


def table(headings: Iterable[str], rows: Iterable[Sequence[object]]) -> Table:
    """A plain table; None is an empty cell."""
    made = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for heading in headings:
        made.add_column(heading, overflow="fold")
    for row in rows:
        made.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    return made


def facts(pairs: Iterable[tuple[str, object]]) -> Table:
    """One thing: what it is called and what it says, a line each; unknown things are left out."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold")
    grid.add_column(overflow="fold")
    for name, value in pairs:
        if value not in (None, ""):
            grid.add_row(name, Text(str(value)))
    return grid


def masked(name: str | None) -> str | None:
    """The name of a member of staff as people see it: what is printed in a hall is read by others, too."""
    return mask_name(name) if name else None


def rendered(content: RenderableType, width_in_pipe: int = UNBOUNDED) -> str:
    """The text of tables, with colours on a terminal only and without trailing blanks."""
    is_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if is_terminal else width_in_pipe
    console = Console(file=StringIO(), width=width, force_terminal=is_terminal, highlight=False)
    console.print(content)
    file = console.file
    assert isinstance(file, StringIO)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())
