"""The settings of a hall in a file: an object in JSON, a sheet of names and values in a workbook."""

from dataclasses import replace
from typing import Annotated, Any

from pydantic import BeforeValidator, create_model
from pydantic_core import PydanticCustomError

from app.domain.errors import Problem
from app.domain.hall_settings import SETTINGS, Figure, Setting, figures
from app.domain.message import Message
from app.domain.policy import Policy
from app.exchange.cells import Column, Kind, words_of
from app.exchange.fields import Entry
from app.exchange.problems import Location, repeated
from app.exchange.workbook import Grid, Page, RowPlace, Sheet
from app.texts import Texts

SETTINGS_SHEET = Sheet(
    "settings",
    (
        Column("name", Kind.TEXT, True, width=30),
        Column("value", Kind.NUMBER),
        Column("usual", Kind.NUMBER),
        Column("meaning", width=90),
    ),
    optional=True,
)
"""Only names and values are read: the other columns tell people what to write."""


class _Figures(Entry):
    def figures(self) -> dict[str, Figure]:
        """The settings that the file names."""
        return self.model_dump(exclude_unset=True)


def _field(setting: Setting) -> Any:
    def fit(figure: object) -> object:
        wrong = setting.problem_with(figure)
        if wrong is not None:
            raise PydanticCustomError(wrong.code, "does not fit", dict(wrong.params))
        return figure

    return Annotated[Any, BeforeValidator(fit)]


_FIELDS: dict[str, Any] = {name: (_field(setting), None) for name, setting in SETTINGS.items()}
SettingsEntry = create_model("SettingsEntry", __base__=_Figures, **_FIELDS)
"""The settings by name, each judged by the domain's own bounds."""


def name_code(setting: str) -> str:
    """The code of a setting's name."""
    return f"setting.name.{setting}"


def template_rows(texts: Texts) -> list[dict[str, object]]:
    """A row for each setting with what is usual and what it means; its value is left open: it stays as it is."""
    usual = figures(Policy())
    return [
        {"name": texts(name_code(name)), "usual": usual[name], "meaning": _meaning(setting, texts)}
        for name, setting in SETTINGS.items()
    ]


def _meaning(setting: Setting, texts: Texts) -> str:
    code = "setting.bounds" if setting.in_parts else "setting.bounds_whole"
    bounds = texts(code, unit=setting.unit, least=setting.least, most=setting.most)
    return f"{bounds}{texts(f'setting.meaning.{setting.name}')}"


def settings_of(page: Page, grid: Grid) -> tuple[dict[str, object], list[Problem]]:
    """What the sheet sets in the JSON shape, and its values without a name and names that stand twice.

    Each value, or name that is no setting's, is put into the grid.
    """
    names = {word: name for name in SETTINGS for word in (name, *words_of(name_code(name)))}
    rows = [row for row in page.rows if "value" in row.values]
    named = [(str(row.values["name"]), row) for row in rows if "name" in row.values]
    keys = [names.get(word, word) for word, _ in named]
    places: dict[Location, RowPlace] = {("settings", n): row.place for n, (_, row) in enumerate(named)}
    problems = [
        Problem(row.place.cell("name"), Message("import.rule.missing"))
        for row in rows
        if "name" not in row.values
    ]
    problems += repeated(
        [(key, ("settings", n)) for n, key in enumerate(keys)], lambda at: places[at].cell("name")
    )
    for key, (_, row) in zip(keys, named, strict=True):
        grid.put(("settings", key), replace(row.place, main="value" if key in SETTINGS else "name"))
    return {key: row.values["value"] for key, (_, row) in zip(keys, named, strict=True)}, problems
