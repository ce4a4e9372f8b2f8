"""Paper as files: under its title, never over another, whole or not at all."""

import asyncio
from pathlib import Path

import pytest

from app.adapters.folder_paper import FilePaper, FolderPaper
from app.ports.errors import DeviceFailed
from app.ports.printing import PaperOut


def test_every_document_gets_a_file_of_its_own(tmp_path: Path) -> None:
    paper = FolderPaper(tmp_path / "not there yet")
    first = _deliver(paper, b"one", "青溪告〔2026〕0001号")
    second = _deliver(paper, b"two", "青溪告〔2026〕0001号")
    assert Path(first).read_bytes() == b"one"
    assert Path(second).read_bytes() == b"two"
    assert Path(first).name == "青溪告〔2026〕0001号.pdf"


def test_a_title_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    kept = _deliver(FolderPaper(tmp_path), b"one", "../../etc/告知单" + "长" * 300)
    assert Path(kept).parent == tmp_path


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "slip.pdf"
    path.write_bytes(b"before")
    assert _deliver(FilePaper(path), b"after", "any") == str(path)
    assert [p.name for p in tmp_path.iterdir()] == ["slip.pdf"]
    assert path.read_bytes() == b"after"


@pytest.mark.parametrize("path", ["/dev/full", "/proc/nowhere/slip.pdf"])
def test_what_cannot_be_written_is_told_with_its_reason(path: str) -> None:
    with pytest.raises(DeviceFailed) as failed:
        _deliver(FilePaper(Path(path)), b"slip", "any")
    assert failed.value.message.params["path"] == path
    assert failed.value.message.params["reason"]


def _deliver(paper: PaperOut, pdf: bytes, title: str) -> str:
    return asyncio.run(paper.deliver(pdf, title))
