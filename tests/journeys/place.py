"""Where a station stands: what outlives its process."""

from dataclasses import dataclass
from pathlib import Path

import tomli_w
from pypdf import PdfReader

from app.settings import FILE_NAME, PrinterChoice, StationSettings


@dataclass(frozen=True)
class Place:
    """A PC: its settings folder, and the folder that stands in for its printers."""

    folder: Path

    def set_up(self, url: str, key_file: Path) -> None:
        """Write the settings that the first start would leave."""
        self.folder.mkdir()
        out = PrinterChoice(folder=self.folder / "paper")
        settings = StationSettings(database=url, key_file=key_file, ticket_printer=out, a4_printer=out)
        said = tomli_w.dumps(settings.model_dump(mode="json", exclude_none=True))
        (self.folder / FILE_NAME).write_text(said, encoding="utf-8")

    def papers(self) -> list[str]:
        """What can be read on each paper that came out."""
        return [_text_of(path) for path in self.printed()]

    def printed(self) -> list[Path]:
        """The papers that came out."""
        return sorted(self.folder.glob("paper/*.pdf"))

    def drafts(self) -> str:
        """What the station has kept on disk of what was begun here."""
        return "".join(path.read_text(encoding="utf-8") for path in self.folder.rglob("*drafts.json"))


def _text_of(paper: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(paper).pages)
