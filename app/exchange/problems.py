"""What is wrong with a file's content, each problem with its place."""

import re
from collections.abc import Callable, Hashable, Iterable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.domain.errors import Problem
from app.domain.message import Message
from app.exchange.cells import Unreadable

Location = tuple[str | int, ...]
"""A way into nested values, as pydantic gives it: ``(12, "materials", 3, "copies")``."""

Places = Callable[[Location], str]
"""Puts a location as the reader of the file finds it: a path in JSON, a cell in a workbook."""

_CODES = {
    "missing": "import.rule.missing",
    "extra_forbidden": "import.rule.unknown",
    "model_type": "import.rule.object",
    "list_type": "import.rule.list",
    "string_type": "import.rule.text",
    "string_too_short": "import.rule.blank",
    "string_pattern_mismatch": "import.rule.prefix",
    "too_short": "import.rule.few",
    "int_type": "import.rule.whole_number",
    "is_instance_of": "import.rule.number",
    "bool_type": "import.rule.yes_no",
    "literal_error": "import.rule.one_of",
    "enum": "import.rule.one_of",
    "greater_than_equal": "import.rule.least",
    "less_than_equal": "import.rule.most",
}


def json_path(location: Location) -> str:
    """``[12].materials[3].copies``; ``$`` is the whole file."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return "".join(parts).removeprefix(".") or "$"


def problems_of(error: ValidationError, places: Places) -> list[Problem]:
    """The problems that a validation found, in the order of the file."""
    return [Problem(places(detail["loc"]), _message(detail)) for detail in error.errors(include_url=False)]


def locations_of(error: ValidationError) -> frozenset[Location]:
    """Where a validation found problems."""
    return frozenset(detail["loc"] for detail in error.errors(include_url=False))


def repeated(values: Iterable[tuple[Hashable, Location]], places: Places) -> list[Problem]:
    """One problem for each value that stands in an earlier place already."""
    first: dict[Hashable, str] = {}
    problems = []
    for value, location in values:
        where = places(location)
        if value in first:
            problems.append(
                Problem(where, Message("import.rule.twice", {"value": value, "first": first[value]}))
            )
        first.setdefault(value, where)
    return problems


def _message(detail: ErrorDetails) -> Message:
    if isinstance(detail["input"], Unreadable):
        return Message(detail["input"].code)
    context: dict[str, Any] = detail.get("ctx", {})
    if detail["type"].startswith("import."):
        return Message(detail["type"], context)
    params: dict[str, object] = {}
    if "expected" in context:
        params["allowed"] = ", ".join(re.findall(r"'([^']*)'", context["expected"]))
    if "ge" in context:
        params["least"] = context["ge"]
    if "le" in context:
        params["most"] = context["le"]
    return Message(_CODES[detail["type"]], params)
