"""``yici db …``: the schema of the hall's database, and the key that belongs to it."""

import asyncio
from collections.abc import Mapping, Sequence

import typer
from rich.console import RenderableType

from app.bootstrap import DatabaseState, check_database, init_database, upgrade_database
from app.cli.acting import database_url
from app.cli.failures import Failure
from app.cli.help import Command, make_group
from app.cli.invocation import Invocation
from app.cli.output import Shown, emit, facts
from app.ports.errors import DatabaseUnusable
from app.texts import Texts

group = make_group("cli.help.db")


@group.command("init", cls=Command, help="cli.help.db_init")
def init(context: typer.Context) -> None:
    """Make the schema, and the key file where the hall has no key yet; what is there already is left alone."""
    asked = Invocation.of(context)
    settings = asked.settings()
    state = asyncio.run(init_database(database_url(settings), settings.key_path))
    _tell(asked, state, (asked.texts("cli.column.key_file"), str(settings.key_path)))


@group.command("upgrade", cls=Command, help="cli.help.db_upgrade")
def upgrade(context: typer.Context) -> None:
    """Bring the schema to this program's version."""
    asked = Invocation.of(context)
    _tell(asked, asyncio.run(upgrade_database(database_url(asked.settings()))))


@group.command("check", cls=Command, help="cli.help.db_check")
def check(context: typer.Context) -> None:
    """Say whether this program works with the database; changes nothing.

    Raises:
        Failure: it does not; the JSON holds the state beside the error.
    """
    asked = Invocation.of(context)
    state = asyncio.run(check_database(database_url(asked.settings())))
    try:
        state.must_be_current()
    except DatabaseUnusable as unusable:
        raise Failure(unusable, done=_document(state)) from unusable
    _tell(asked, state)


def _tell(asked: Invocation, state: DatabaseState, *more: tuple[str, str]) -> None:
    emit(Shown(_document(state), lambda: _people(state, asked.texts, more)), as_json=asked.json)


def _document(state: DatabaseState) -> Mapping[str, object]:
    """``{"revision", "dialect", "ok"}``."""
    return {"revision": state.revision, "dialect": state.dialect, "ok": state.ok}


def _people(state: DatabaseState, texts: Texts, more: Sequence[tuple[str, str]]) -> RenderableType:
    return facts(
        [
            (texts("cli.column.revision"), state.revision),
            (texts("cli.column.dialect"), state.dialect),
            (texts("cli.column.ok"), texts("cli.word.yes" if state.ok else "cli.word.no")),
            *more,
        ]
    )
