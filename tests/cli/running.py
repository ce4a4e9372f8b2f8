"""The program run in this process, as a person or a script runs it."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import run
from resources import resource


@dataclass(frozen=True)
class Done:
    """What a run left: exit status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """The one JSON document on stdout."""
        assert self.out.count("\n") == 1, f"not one document: {self.out!r} {self.err!r}"
        document: dict[str, Any] = json.loads(self.out)
        return document

    @property
    def error(self) -> dict[str, Any]:
        """The error of a run that failed."""
        assert self.status != 0, self.out
        error: dict[str, Any] = self.document["error"]
        assert set(error) == {"code", "message", "problems"}
        return error


def staff_names() -> set[str]:
    """The full names of the sample hall's staff, which no list for people shows."""
    return {one["name"] for one in json.loads(resource("hall", "sample.json").read_text("utf-8"))["staff"]}


@dataclass
class Yici:
    """Runs ``yici`` against one hall. ``home`` holds the station's settings and key."""

    capture: pytest.CaptureFixture[str]
    home: Path
    url: str
    staff: str | None = None
    printed: list[str] = field(default_factory=list)

    def __call__(self, *arguments: str, staff: str | None = None, options: tuple[str, ...] = ()) -> Done:
        """Run a command with ``--json``; ``options`` stand before it."""
        who = staff or self.staff
        said = ["--database", self.url, "--json", *(("--as", who) if who else ()), *options, *arguments]
        return self.plain(*said)

    def plain(self, *arguments: str) -> Done:
        """Run exactly this command line."""
        status = run(arguments)
        printed = self.capture.readouterr()
        self.printed += [printed.out, printed.err]
        return Done(status, printed.out, printed.err)

    def for_people(self, *arguments: str) -> str:
        """What people read of a command that must work."""
        result = self.plain("--database", self.url, *arguments)
        assert result.status == 0, (arguments, result)
        return result.out

    def done(self, *arguments: str, staff: str | None = None) -> dict[str, Any]:
        """Run a command that must work, and return its document."""
        result = self(*arguments, staff=staff)
        assert result.status == 0, (arguments, result)
        return result.document
