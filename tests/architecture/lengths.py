"""Files and functions that want a second look because of their length. A report, never a failure."""

import ast
from collections.abc import Iterator

from tests.architecture.source import Module, modules

LONGEST_FILE = 250
LONGEST_FUNCTION = 40


def long_ones(module: Module) -> Iterator[str]:
    """What is longer than a reader wants to hold in mind."""
    lines = module.text.count("\n")
    if lines > LONGEST_FILE:
        yield f"{module.path}: {lines} lines"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            size = (node.end_lineno or node.lineno) - node.lineno + 1
            if size > LONGEST_FUNCTION:
                yield f"{module.path}:{node.lineno}: {node.name} has {size} lines"


def report() -> list[str]:
    """Every long file and function of the program."""
    return [line for module in modules() for line in long_ones(module)]
