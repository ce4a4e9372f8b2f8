"""The files of an exception case as JSON and as tables."""

from collections.abc import Sequence

from app.cli.output import Say, Shown, facts, table
from app.domain.attachment import AttachmentState
from app.domain.person import mask_name
from app.ports.rows import AttachmentRow
from app.services.attachments import StoredFile


def many_attachments(files: Sequence[tuple[AttachmentRow, AttachmentState]], say: Say) -> Shown:
    """``{"attachments": [{"number", "name", "kind", "size", "sha256", "by", "at", "place", "state"}]}``."""
    document = [
        {
            "number": row.number,
            "name": row.name,
            "kind": row.kind,
            "size": row.size,
            "sha256": row.sha256,
            "by": row.by,
            "at": say.instant(row.at),
            "place": row.place,
            "state": state,
        }
        for row, state in files
    ]
    headings = ("number", "file_name", "size", "by", "at", "state")
    rows = [
        (
            str(row.number),
            row.name,
            say.texts("attachment.size", kilobytes=-(-row.size // 1024)),
            mask_name(row.by_name),
            say.texts.moment(row.at.astimezone(say.zone)),
            say.choice("attachment_state", state),
        )
        for row, state in files
    ]
    return Shown(
        {"attachments": document},
        lambda: table([say.texts(f"cli.column.{heading}") for heading in headings], rows),
    )


def saved_attachment(file: StoredFile, say: Say) -> Shown:
    """``{"attachment": {"number", "name", "size", "sha256"}}``: what was written."""
    saved = file.attachment
    document = {"number": saved.number, "name": saved.name, "size": saved.size, "sha256": saved.sha256}
    shown = [(say.texts("cli.column.file_name"), saved.name), (say.texts("cli.column.sha256"), saved.sha256)]
    return Shown({"attachment": document}, lambda: facts(shown))
