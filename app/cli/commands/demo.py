"""``yici demo``: a sample hall with a guide desk, a counter and a board on this one machine."""

from pathlib import Path
from typing import Annotated

import typer
from typer import Option

Auto = Annotated[bool, Option("--auto", help="cli.param.auto")]
Out = Annotated[Path, Option("--out", help="cli.param.out", metavar="DIR")]


def demo(auto: Auto = False, out: Out = Path("out")) -> None:
    """Open the demo, or play a morning by itself without a display."""
    from ui.demo import run

    raise typer.Exit(run(out, auto))
