"""Reading files that people give: what is wrong with the file as such."""

import json
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

from app.domain.errors import BadInput, Problem
from app.domain.message import Message
from app.ports.files import reason_of


def refuse(problems: list[Problem]) -> NoReturn:
    """Refuse a file as a whole, for all its problems."""
    raise BadInput("import.problems", tuple(problems), count=len(problems))


def refuse_file(path: Path, code: str, **params: object) -> NoReturn:
    """Refuse a file for one problem of the file as such."""
    refuse([Problem(path.name, Message(code, params))])


def is_workbook(path: Path) -> bool:
    """Whether the file is a workbook, by its name; otherwise it is JSON.

    Raises:
        BadInput: by its name it is neither.
    """
    kind = path.suffix.lower()
    if kind not in (".json", ".xlsx"):
        refuse_file(path, "import.file.kind")
    return kind == ".xlsx"


def read_file(path: Path) -> bytes:
    """The content of a file that must not be empty.

    Raises:
        BadInput: missing, not readable or empty.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        refuse([Problem(str(path), Message("import.file.unreadable", {"reason": reason_of(error)}))])
    if not content.strip():
        refuse_file(path, "import.file.empty")
    return content


def read_json(path: Path) -> object:
    """The value of a JSON file in UTF-8 (with or without a mark); fractions are ``Decimal``.

    Raises:
        BadInput: the file cannot be read, or is not JSON in UTF-8.
    """
    content = read_file(path)
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_constant=_no_constant,
            object_pairs_hook=_unique,
        )
    except UnicodeDecodeError:
        refuse_file(path, "import.file.encoding")
    except _KeyTwice as twice:
        refuse_file(path, "import.file.key_twice", name=twice.name)
    except json.JSONDecodeError as error:
        refuse_file(path, "import.file.not_json", line=error.lineno, column=error.colno)
    except (ValueError, RecursionError):
        refuse_file(path, "import.file.not_json", line=1, column=1)


class _KeyTwice(ValueError):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object whose keys are unique: JSON itself would silently keep the last value only."""
    made: dict[str, object] = {}
    for name, value in pairs:
        if name in made:
            raise _KeyTwice(name)
        made[name] = value
    return made


def _no_constant(name: str) -> NoReturn:
    """NaN and Infinity are Python's addition, not JSON."""
    raise ValueError(name)
