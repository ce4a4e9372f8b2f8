"""Help pages in the language of the run: the commands carry text codes where typer has its English."""

from collections.abc import Callable
from typing import Any

import typer
from rich.console import Group as Lines
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from typer.core import TyperCommand, TyperGroup

from app.cli.invocation import Invocation
from app.cli.output import rendered
from app.domain.errors import BadInput
from app.texts import Texts

NAMES_WIDTH = 36
READABLE = 100
"""Columns of a page that nobody's terminal measures."""

_PIECES = {
    "[OPTIONS]": "cli.word.piece_options",
    "COMMAND [ARGS]...": "cli.word.piece_command",
}
"""What typer writes into the usage by itself."""


class Command(TyperCommand):
    """A command whose help is a text code."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; an argument without a letter is one that is missing."""
        rest: list[str] = super().parse_args(ctx, args)
        for param in self.params:
            value = ctx.params.get(param.name)
            if param.param_type_name == "argument" and isinstance(value, str) and not value.strip():
                raise BadInput("cli.usage.missing_words", name=_spelling(param))
        return rest

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        formatter.write(rendered(_page(self, ctx), READABLE))


class Group(TyperGroup):
    """A group of commands whose help is a text code."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        formatter.write(rendered(_page(self, ctx), READABLE))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; a group on its own does nothing and says what it holds."""
        if not args and not self.invoke_without_command and not ctx.resilient_parsing:
            raise BadInput("cli.usage.no_command", possible=", ".join(self.list_commands(ctx)))
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, or say which there are."""
        name = args[0]
        possible = self.list_commands(ctx)
        if name not in possible and not name.startswith("-"):
            raise BadInput("cli.usage.no_such_command", name=name, possible=", ".join(possible))
        return super().resolve_command(ctx, args)


def _page(command: Command | Group, context: Any) -> RenderableType:
    texts = Invocation.of(context).texts
    pieces = [_piece(piece, texts) for piece in command.collect_usage_pieces(context)]
    usage = " ".join([context.command_path, *pieces])
    parts: list[RenderableType] = [
        Text(texts("cli.help.usage", usage=usage) + "\n"),
        Padding(Text(texts(command.help or "")), (0, 0, 1, 2)),
    ]
    for kind in ("argument", "option"):
        rows = [r for p in command.get_params(context) if p.param_type_name == kind and (r := _row(p, texts))]
        parts += _section(texts(f"cli.help.{kind}s"), rows)
    if isinstance(command, Group):
        below = {name: command.get_command(context, name) for name in command.list_commands(context)}
        named = [(name, texts(c.help or "")) for name, c in below.items() if c and not c.hidden]
        parts += _section(texts("cli.help.commands"), named)
    return Lines(*parts)


def _row(param: Any, texts: Texts) -> tuple[str, str] | None:
    if getattr(param, "hidden", False):
        return None
    if "--help" in param.opts:
        return "--help", texts("cli.help.help")
    words = texts(param.help) if param.help else ""
    choices = param.type_descriptor.choices
    if choices:
        words += f" [{'|'.join(str(choice) for choice in choices)}]"
    return _spelling(param), words + texts("cli.help.required") if _is_required(param) else words


def _spelling(param: Any) -> str:
    if param.param_type_name == "argument":
        return str(param.metavar or param.name.upper())
    names = "/".join([*param.opts, *param.secondary_opts])
    # A parameter that would hide a name of Python's ends with a stroke; nobody else is told of it.
    return names if param.is_flag else f"{names} {param.metavar or param.name.rstrip('_').upper()}"


def _piece(piece: str, texts: Texts) -> str:
    """A piece of the usage in the run's language, where it is typer's own English."""
    code = _PIECES.get(piece)
    return texts(code) if code else piece


def _is_required(param: Any) -> bool:
    return bool(param.required) and param.param_type_name == "option"


def _section(title: str, rows: list[tuple[str, str]]) -> list[RenderableType]:
    if not rows:
        return []
    grid = Table.grid(padding=(0, 2))
    grid.add_column(max_width=NAMES_WIDTH, overflow="fold")
    grid.add_column()
    for name, words in rows:
        grid.add_row(Text(name), Text(words))
    return [Text(title), Padding(grid, (0, 0, 1, 2))]


def make_group(help: str, cls: type[Group] = Group) -> typer.Typer:  # noqa: A002 - typer's own word
    """A group of commands; ``help`` is a text code."""
    return typer.Typer(cls=cls, help=help, add_completion=False, rich_markup_mode=None)


def make_command(help: str, run: Callable[..., None]) -> typer.Typer:  # noqa: A002 - typer's own word
    """A command that stands in no group; ``help`` is a text code."""
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(cls=Command, help=help)(run)
    return alone
