"""The folder that the demo leaves its files in. It writes over its own files only."""

import json
from collections.abc import Iterable
from pathlib import Path

from app.ports.errors import DeviceFailed
from app.ports.files import reason_of

SUMMARY = "summary.json"
MADE_BY = "yici demo"


class OutFolder:
    """``take`` it first, then ``write``. An earlier demo is known by its summary."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def take(self, names: Iterable[str]) -> None:
        """Make the folder and mark it; an earlier demo's files of these names are removed.

        Raises:
            DeviceFailed: it cannot be written, or files of these names are somebody else's.
        """
        try:
            in_the_way = sorted(name for name in {SUMMARY, *names} if (self.path / name).exists())
            if in_the_way and not self._is_ours():
                raise DeviceFailed("demo.folder.not_ours", folder=str(self.path), names=", ".join(in_the_way))
            for name in in_the_way:
                (self.path / name).unlink()
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _failed(self.path, error) from error
        self.write(SUMMARY, json.dumps({"made_by": MADE_BY}).encode())

    def write(self, name: str, content: bytes) -> None:
        """Write one file.

        Raises:
            DeviceFailed: it cannot be written; tells why.
        """
        try:
            (self.path / name).write_bytes(content)
        except OSError as error:
            raise _failed(self.path / name, error) from error

    def _is_ours(self) -> bool:
        try:
            summary = json.loads((self.path / SUMMARY).read_bytes())
        except (OSError, ValueError):
            return False
        return isinstance(summary, dict) and summary.get("made_by") == MADE_BY


def _failed(path: Path, error: OSError) -> DeviceFailed:
    return DeviceFailed("device.file_failed", path=str(path), reason=reason_of(error))
