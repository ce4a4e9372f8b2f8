"""A file that was written."""

from pathlib import Path

from app.cli.output import Shown
from app.texts import Texts


def written_file(file: Path, texts: Texts) -> Shown:
    """``{"file": path}``."""
    return Shown({"file": str(file)}, lambda: texts("cli.file.written", file=str(file)))
