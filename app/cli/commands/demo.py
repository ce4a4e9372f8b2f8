"""``yici demo``: a sample hall with a guide desk, a counter and a board on this one machine."""

from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Group, RenderableType
from typer import Option

from app.cli.failures import UNEXPECTED
from app.cli.help import make_command
from app.cli.invocation import Invocation
from app.cli.output import Shown, emit, facts
from app.texts import Texts

Auto = Annotated[bool, Option("--auto", help="cli.param.auto")]
Out = Annotated[Path, Option("--out", help="cli.param.out", metavar="DIR")]
Still = Annotated[bool, Option("--still", help="demo.param.still")]

FILES = {
    "guide_desk": "guide-desk.png",
    "counter_serving": "counter-serving.png",
    "counter_waiting": "counter-waiting-dark.png",
    "compact_bar": "compact-bar.png",
    "board": "board.png, board-compact.png",
    "exceptions": "exceptions.png",
    "ticket": "ticket.pdf, ticket.png",
    "slip": "slip.pdf, slip.png",
    "summary": "summary.json",
}
"""What there is to look at, by the code of the words that describe it."""


def demo(context: typer.Context, auto: Auto = False, out: Out = Path("out"), still: Still = False) -> None:
    """Open the demo, or play a morning by itself without a display."""
    from ui.demo.display import has_display

    asked = Invocation.of(context)
    if auto or not has_display():
        _play(asked, out, "demo.playing" if auto else "demo.no_display")
    else:
        raise typer.Exit(_open(asked, out, still))


def _play(asked: Invocation, out: Path, announcement: str) -> None:
    from ui.demo.display import do_without_display

    do_without_display()
    from ui.demo.play import play

    _say(asked, announcement, folder=str(out))
    summary = play(out, asked.texts.language)
    emit(Shown(summary, lambda: _in_words(summary, out, asked.texts)), as_json=asked.json)
    if not all(summary["invariants"].values()):
        raise typer.Exit(UNEXPECTED)


def _open(asked: Invocation, out: Path, still: bool) -> int:
    from ui.demo.screen import demo_stations
    from ui.main import run_stations
    from ui.theme import Look

    _say(asked, "demo.preparing")
    return run_stations(partial(demo_stations, out, asked.texts.language, lively=not still), Look())


def _say(asked: Invocation, code: str, **params: str) -> None:
    if not asked.json:
        typer.echo(asked.texts(code, **params))


def _in_words(summary: dict[str, Any], out: Path, texts: Texts) -> RenderableType:
    broken = [name for name, held in summary["invariants"].items() if not held]
    held = texts("demo.done.held", count=len(summary["invariants"]))
    return Group(
        texts(
            "demo.done.morning",
            hall=summary["hall"],
            start=summary["from"][11:16],
            end=summary["to"][11:16],
            issued=summary["tickets"]["issued"],
            calls=summary["calls"],
            mean=summary["wait_minutes"]["mean"],
            median=summary["wait_minutes"]["median"],
            notices=sum(summary["notices"].values()),
            exceptions=sum(summary["exceptions"].values()),
        ),
        texts("demo.done.broken", names=", ".join(broken)) if broken else held,
        texts("demo.done.files", folder=str(out.resolve())),
        facts((names, texts(f"demo.file.{code}")) for code, names in FILES.items()),
    )


command = make_command("cli.help.demo", demo)
