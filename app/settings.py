"""What a station is and stands beside: kept in one file, overruled by the environment, validated once."""

import os
import platform
import re
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal, Self

import platformdirs
import tomli_w
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from app.domain.errors import BadInput, Problem
from app.domain.message import Message
from app.ports.documents import Roll
from app.ports.files import reason_of

PROGRAM = "yici"
FILE_NAME = "station.toml"
KEY_FILE_NAME = "hall.key"


class StationKind(StrEnum):
    """What a station is."""

    GUIDE_DESK = "guide_desk"
    COUNTER = "counter"
    BOARD = "board"
    CASES = "cases"
    EXCEPTIONS = "exceptions"
    OFFICE = "office"
    RATE = "rate"

    @property
    def has_counter(self) -> bool:
        """Whether it belongs to one counter."""
        return self in (StationKind.COUNTER, StationKind.RATE)


class PrinterChoice(BaseModel):
    """Where a station's paper comes out: a printer by its system name, or a folder that collects PDF."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    printer: str | None = None
    folder: Path | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.printer is None) == (self.folder is None):
            raise ValueError("one of printer and folder")
        return self


class StationSettings(BaseModel):
    """One station. ``kind`` None means: nobody has said yet what this station is (first start).

    ``database`` is an SQLAlchemy URL; without one a station asks, it never falls back to another database.
    ``key_file`` holds the hall's key to personal data; None is ``hall.key`` beside the settings.
    ``attachments`` is the folder for files of exceptions, where the hall keeps them in one; None is the one beside a
    database file.
    ``ticket_roll`` is the paper in the ticket printer.
    ``screen`` is the name of the screen to open on; None leaves it to the system. ``scale`` is 1.0 to 2.0.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    database: str | None = None
    key_file: Path | None = None
    kind: StationKind | None = None
    name: str = ""
    counter: int | None = Field(default=None, ge=1)
    language: Literal["zh", "en"] = "zh"
    theme: Literal["light", "dark"] = "light"
    scale: float = Field(default=1.0, ge=1.0, le=2.0)
    ticket_printer: PrinterChoice | None = None
    ticket_roll: Roll = Roll.MM80
    a4_printer: PrinterChoice | None = None
    attachments: Path | None = None
    screen: str | None = None

    @property
    def key_path(self) -> Path:
        """The key file in force."""
        return self.key_file or config_folder() / KEY_FILE_NAME

    @property
    def station(self) -> str:
        """What the audit calls this station: its name, or what it is. Another may be called the same."""
        return self.name or "-".join(str(part) for part in (self.kind, self.counter) if part is not None)

    @property
    def print_queue(self) -> str:
        """Whose paper it is: with the machine's name, for another station may be called the same."""
        return f"{self.station}@{platform.node()}"


class _FileAndEnvironment(BaseSettings, StationSettings):
    """Environment (YICI_DATABASE, YICI_LANGUAGE, …) over the station's file."""

    model_config = SettingsConfigDict(env_prefix="YICI_", extra="forbid", frozen=True, env_ignore_empty=True)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return env_settings, TomlConfigSettingsSource(settings_cls, settings_file())


def program_version() -> str:
    """The version of the program that runs; empty where it was never installed."""
    try:
        return version(PROGRAM)
    except PackageNotFoundError:
        return ""


def config_folder() -> Path:
    """Where the station keeps its settings and key: ``YICI_HOME``, else the system's place for them."""
    home = os.environ.get("YICI_HOME")
    return Path(home) if home else platformdirs.user_config_path("yici", appauthor=False)


def settings_file() -> Path:
    """The station's file; it need not exist."""
    return config_folder() / FILE_NAME


def load_settings() -> StationSettings:
    """The station's settings: its file where there is one, overruled by ``YICI_…`` of the environment.

    Raises:
        BadInput: the file cannot be read or a value is not possible; names the file and every bad value.
    """
    file = str(settings_file())
    try:
        found = _FileAndEnvironment()
    except ValidationError as error:
        problems = tuple(_problem(detail) for detail in error.errors(include_url=False))
        raise BadInput("settings.unusable", problems, file=file) from error
    except (OSError, ValueError) as error:  # tomllib and pydantic-settings raise kinds of ValueError
        raise BadInput("settings.unusable", (Problem(file, _unreadable(error)),), file=file) from error
    return StationSettings.model_validate(found.model_dump())


def _problem(detail: ErrorDetails) -> Problem:
    where, kind, context = ".".join(map(str, detail["loc"])), detail["type"], detail.get("ctx", {})
    match kind:
        case "extra_forbidden":
            return Problem(where, Message("settings.unknown"))
        case "literal_error" | "enum":
            allowed = ", ".join(re.findall(r"'([^']*)'", context["expected"]))
            return Problem(where, Message("settings.one_of", {"allowed": allowed}))
        case "greater_than_equal":
            return Problem(where, Message("settings.least", {"least": context["ge"]}))
        case "less_than_equal":
            return Problem(where, Message("settings.most", {"most": context["le"]}))
        case "value_error":
            return Problem(where, Message("settings.one_place"))  # the only check of our own
        case _:
            return Problem(where, Message("settings.bad_value"))


def _unreadable(error: OSError | ValueError) -> Message:
    if isinstance(error, OSError):
        return Message("settings.unreadable", {"reason": reason_of(error)})
    if isinstance(error, UnicodeDecodeError):
        return Message("settings.encoding")
    # tomllib tells the line in its English sentence only.
    line = re.search(r"line (\d+)", str(error))
    return Message("settings.bad_line", {"line": line[1]}) if line else Message("settings.bad_value")


def save_settings(settings: StationSettings) -> None:
    """Keep the settings, readable by their owner only: a database URL may hold a password.

    Raises:
        OSError: the file cannot be written.
    """
    path = settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    aside.touch(mode=0o600)
    aside.write_bytes(tomli_w.dumps(settings.model_dump(mode="json", exclude_none=True)).encode())
    aside.replace(path)
