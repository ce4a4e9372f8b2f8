"""The catalogues as their authors wrote them: every code with its words, in each language."""

from functools import cache
from pathlib import Path
from string import Formatter

from babel.messages.pofile import read_po

from app.texts import LANGUAGES, LOCALE_FOLDER

Forms = tuple[str, ...]
"""The words of a code: one, or one for each plural form of the language."""


def catalogue_files(language: str) -> list[Path]:
    """The catalogues of a language, one a room."""
    return sorted((LOCALE_FOLDER / language / "LC_MESSAGES").glob("*.po"))


@cache
def entries(path: Path) -> dict[str, Forms]:
    """Every code of one catalogue with its words."""
    with path.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    found: dict[str, Forms] = {}
    for message in catalogue:
        if message.id:
            code = message.id if isinstance(message.id, str) else message.id[0]
            words = (message.string,) if isinstance(message.string, str) else message.string or ()
            found[code] = () if message.fuzzy else tuple(map(str, words))
    return found


@cache
def texts_of(language: str) -> dict[str, Forms]:
    """Every code of a language, all rooms together."""
    return {code: forms for path in catalogue_files(language) for code, forms in entries(path).items()}


def fields(forms: Forms) -> set[str]:
    """The parameters that the words ask for."""
    return {name for words in forms for _, name, _, _ in Formatter().parse(words) if name is not None}


def all_codes() -> set[str]:
    """Every code that has words in any language."""
    return {code for language in LANGUAGES for code in texts_of(language)}
