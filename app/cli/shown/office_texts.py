"""What offices say in their own words, as JSON and as tables."""

from collections.abc import Sequence

from rich.table import Table

from app.cli.output import Say, Shown, table
from app.services.office_texts import OfficeTextRow


def one_text(row: OfficeTextRow, say: Say) -> Shown:
    """``{"text": {"department", "part", "kind", "text"}}``; ``kind`` null is every kind."""
    return Shown({"text": _text(row)}, lambda: _table([row], say))


def many_texts(rows: Sequence[OfficeTextRow], say: Say) -> Shown:
    """``{"texts": […]}``."""
    return Shown({"texts": [_text(row) for row in rows]}, lambda: _table(rows, say))


def _text(row: OfficeTextRow) -> dict[str, object]:
    return {"department": row.department, "part": row.part, "kind": row.kind, "text": row.text}


def _table(rows: Sequence[OfficeTextRow], say: Say) -> Table:
    t = say.texts
    return table(
        [t(f"cli.column.{heading}") for heading in ("department", "part", "document", "text")],
        [
            (
                row.department,
                t(f"text_part.{row.part}"),
                t(f"document_kind.{row.kind}") if row.kind else t("cli.document.every_kind"),
                row.text or t("cli.document.program_text"),
            )
            for row in rows
        ],
    )
