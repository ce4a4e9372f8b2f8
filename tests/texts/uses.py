"""Where the program asks for words, and what it hands over."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.architecture.source import Module, modules

_ASKING = {"texts", "_texts", "words", "_words", "t", "_t", "Message"}
_ANY = r"[a-z0-9_.]+"


@dataclass(frozen=True)
class Use:
    """One literal code: ``pattern`` matches it; ``given`` are its parameters, None when not written out."""

    place: str
    pattern: str
    given: frozenset[str] | None

    @property
    def is_exact(self) -> bool:
        """Whether the code is written out in full."""
        return _ANY not in self.pattern


def uses() -> list[Use]:
    """Every use of a literal code in the program."""
    asking = _ASKING | known_errors()
    return [use for module in modules() for use in uses_in(module, asking)]


def uses_in(module: Module, asking: set[str]) -> Iterator[Use]:
    """The uses of codes in one file, in calls of a name in ``asking``."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and node.args and _called(node) in asking:
            for pattern in _patterns(node.args[0]):
                yield Use(f"{module.path}:{node.lineno}", pattern, _given(node))


def known_errors() -> set[str]:
    """The names of the errors that carry a message: YiciError and what is derived from it."""
    bases = {
        node.name: {ast.unparse(base) for base in node.bases}
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    }
    known = {"YiciError"}
    while True:
        more = {name for name, parents in bases.items() if parents & known} - known
        if not more:
            return known
        known |= more


def literals() -> set[str]:
    """Every string of the program that looks like a code, or like the beginning of one."""
    strings = {
        node.value
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text for text in strings if re.fullmatch(r"[a-z0-9_]*(\.[a-z0-9_]*)+", text)}


def _called(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _patterns(argument: ast.expr) -> Iterator[str]:
    """Regular expressions for the codes that an argument may be; nothing for a plain variable."""
    match argument:
        case ast.Constant(value=str(code)):
            yield re.escape(code)
        case ast.IfExp(body=body, orelse=orelse):
            yield from _patterns(body)
            yield from _patterns(orelse)
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *rest]) if "." in start:
            yield re.escape(start) + "".join(_piece(part) for part in rest)


def _piece(part: ast.expr) -> str:
    return re.escape(part.value) if isinstance(part, ast.Constant) and isinstance(part.value, str) else _ANY


def _given(call: ast.Call) -> frozenset[str] | None:
    """The names of the parameters, from keywords or from a dictionary written out; None when some are hidden."""
    names: set[object] = {keyword.arg for keyword in call.keywords}
    tables = [*call.args[1:], *(keyword.value for keyword in call.keywords if keyword.arg == "params")]
    for table in tables:
        if not isinstance(table, ast.Dict) or None in table.keys:
            return None
        names |= {key.value for key in table.keys if isinstance(key, ast.Constant)}
    return None if None in names else frozenset(name for name in names if isinstance(name, str))
