"""The program's own source, parsed."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("app", "db", "ui", "resources")


@dataclass(frozen=True)
class Module:
    """One source file: ``path`` is relative to the project, with slashes."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed file."""
        return ast.parse(self.text, self.path)

    @property
    def parts(self) -> tuple[str, ...]:
        """The path's parts, the last one without its ``.py``."""
        return Path(self.path).with_suffix("").parts

    def imports(self) -> Iterator[tuple[int, str]]:
        """Line and full name of everything imported, wherever it is; ``from a import b`` is ``a.b``."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, name.name) for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


@cache
def modules() -> list[Module]:
    """Every file of the program."""
    paths = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    return [Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in paths]
