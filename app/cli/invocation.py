"""What was asked of this run before the command itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self, cast

import typer
from uuid_utils.compat import uuid7

from app.domain.errors import BadInput
from app.domain.ids import CommandId
from app.settings import StationSettings, load_settings
from app.texts import LANGUAGES, Language, Texts

JSON = "--json"
LANGUAGE = "--lang"


@dataclass(frozen=True, slots=True)
class Invocation:
    """The global options. ``command_id`` is fresh unless one was given: its repetition does nothing twice."""

    texts: Texts
    json: bool = False
    database: str | None = None
    staff: str | None = None
    command_id: CommandId = field(default_factory=lambda: CommandId(uuid7()))

    @classmethod
    def of(cls, context: typer.Context) -> Self:
        """The invocation that a command belongs to."""
        return cast(Self, context.obj)

    def with_options(self, database: str | None, staff: str | None, command_id: CommandId | None) -> Self:
        """The same invocation with the options that stand before the command."""
        return replace(self, database=database, staff=staff, command_id=command_id or self.command_id)

    def settings(self) -> StationSettings:
        """The station's settings, with what was said on the command line over them.

        Raises:
            BadInput: the settings cannot be used.
        """
        said: dict[str, Any] = {"language": self.texts.language}
        if self.database is not None:
            said["database"] = self.database
        return load_settings().model_copy(update=said)


def wants_json(arguments: Sequence[str]) -> tuple[bool, list[str]]:
    """Whether JSON is asked for, and the arguments without the option.

    People type ``--json`` after the command as well, and a command line that cannot be parsed must still be
    answered in JSON: so it is looked for before anything is parsed.
    """
    end = arguments.index("--") if "--" in arguments else len(arguments)
    rest = [argument for argument in arguments[:end] if argument != JSON]
    return len(rest) < end, [*rest, *arguments[end:]]


def language_of(arguments: Sequence[str]) -> Language:
    """The language asked for, else the station's; even the help and wrong usage are told in it."""
    for position, argument in enumerate(arguments):
        name, has_value, value = argument.partition("=")
        if name == LANGUAGE:
            said = value if has_value else "".join(arguments[position + 1 : position + 2])
            return next((language for language in LANGUAGES if language == said), "zh")
    try:
        return load_settings().language
    except BadInput:
        return "zh"  # the command that needs the settings says what is wrong with them
