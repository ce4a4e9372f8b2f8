"""Words: the one place where a code becomes Chinese or English, for screens, paper and command line."""

import gettext
import logging
import re
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

from babel.dates import format_date, format_datetime, format_time

from app.domain.judgement import ShortcomingKind
from app.domain.message import Message
from app.domain.office_text import FormKind

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
LOCALE_FOLDER = Path(__file__).parent / "locale"

_log = logging.getLogger(__name__)
_SHORT_NAMES: Mapping[type[StrEnum], str] = {ShortcomingKind: "shortcoming", FormKind: "document_kind"}
_BABEL_NAMES: Mapping[Language, str] = {"zh": "zh_Hans_CN", "en": "en_GB"}
_MOMENT: Mapping[Language, str] = {"zh": "y年M月d日 HH:mm", "en": "d MMM y HH:mm"}


class CataloguesMissing(RuntimeError):
    """No compiled catalogue is there: ``make setup`` (or ``python -m app.texts.compile``) makes them."""


@cache
def _catalogue(language: Language) -> gettext.GNUTranslations:
    """All rooms' compiled catalogues of a language, merged; read once in the life of the program."""
    files = sorted((LOCALE_FOLDER / language / "LC_MESSAGES").glob("*.mo"))
    if not files:
        raise CataloguesMissing(f"no compiled texts in {LOCALE_FOLDER / language}: run make setup")
    merged = _read(files[0])
    for path in files[1:]:
        merged.add_fallback(_read(path))
    return merged


def _read(path: Path) -> gettext.GNUTranslations:
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def code_of(value: StrEnum) -> str:
    """The code of an enumeration's word: ``TicketState.WAITING`` is ``ticket_state.waiting``."""
    name = _SHORT_NAMES.get(type(value)) or re.sub(r"(?<!^)(?=[A-Z])", "_", type(value).__name__).lower()
    return f"{name}.{value}"


class Texts:
    """Messages and codes in one language: ``texts("counter.action.call_next")``, ``texts(message)``.

    A code without words is a bug. It is logged as an error, and the code itself is shown: a clerk with a
    person at the counter is helped more by an odd word than by a window that fails.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._words = _catalogue(language)
        self._babel = _BABEL_NAMES[language]

    def __call__(self, what: Message | str, /, **params: object) -> str:
        """The words of a message or a code.

        Parameters fill the ``{name}`` fields; ``count`` chooses between singular and plural. Messages and
        enumerations among them are put into words, tuples of such listed, dates and times written as the
        language does (in the zone they carry).
        """
        code = what if isinstance(what, str) else what.code
        values = params if isinstance(what, str) else {**what.params, **params}
        template = self._template(code, values.get("count"))
        try:
            return template.format_map({name: self._worded(value) for name, value in values.items()})
        except (KeyError, IndexError, ValueError):
            _log.exception("text %s cannot take the parameters %s", code, sorted(values))
            return template

    def date(self, day: date) -> str:
        """A day: 2026年3月18日, 18 Mar 2026."""
        return format_date(day, "medium", locale=self._babel)

    def time(self, moment: datetime | time) -> str:
        """Hours and minutes in the zone that ``moment`` carries: 09:24."""
        return format_time(moment, "HH:mm", locale=self._babel, tzinfo=moment.tzinfo)

    def moment(self, moment: datetime) -> str:
        """Day, hours and minutes in the zone that ``moment`` carries."""
        return format_datetime(moment, _MOMENT[self.language], moment.tzinfo, self._babel)

    def _template(self, code: str, count: object) -> str:
        if isinstance(count, int):
            words = self._words.ngettext(code, code, count)
            if words != code:
                return words
        words = self._words.gettext(code)
        if words == code:
            _log.error("no text for %s in %s", code, self.language)
            return code.replace("{", "{{").replace("}", "}}")
        return words

    def _worded(self, value: object) -> object:
        match value:
            case Message():
                return self(value)
            case tuple():
                return self("list.comma").join(str(self._worded(part)) for part in value)
            case StrEnum():
                return self(code_of(value))
            case datetime():
                return self.moment(value)
            case date():
                return self.date(value)
            case time():
                return self.time(value)
            case _:
                return value
