"""Documents of cases as JSON and as tables."""

from collections.abc import Sequence

from rich.console import RenderableType

from app.cli.output import Say, Shown, facts, table
from app.cli.shown.notices import one_notice
from app.cli.shown.reminders import shape_of as reminder_shape
from app.domain.document import DocumentStatus
from app.ports.rows import DocumentRow, Verified


def one_document(row: DocumentRow, say: Say) -> Shown:
    """``{"document": D}``; ``docs/command-line.md`` has the shape."""
    return Shown({"document": shape_of(row, say)}, lambda: _people(row, say))


def many_documents(rows: Sequence[DocumentRow], say: Say) -> Shown:
    """``{"documents": [D…]}``."""
    return Shown({"documents": [shape_of(row, say) for row in rows]}, lambda: document_table(rows, say))


def one_verified(found: Verified, say: Say) -> Shown:
    """``{"verified": {"number", "genuine", "status", "superseded_by", "sha256", "recomputed", …}}``.

    ``document``, ``notice`` or ``reminder`` is the record; the others are null.
    """
    row, notice = found.document, found.notice
    verified = {
        "number": found.number,
        "genuine": found.is_genuine,
        "status": found.status,
        "superseded_by": found.superseded_by,
        "sha256": found.sha256,
        "recomputed": found.recomputed,
        "document": shape_of(row, say) if row else None,
        "notice": one_notice(notice, say).document["notice"] if notice else None,
        "exception": found.exception,
        "reminder": reminder_shape(found.reminder, say) if found.reminder else None,
    }
    return Shown({"verified": verified}, lambda: _verdict(found, say))


def shape_of(row: DocumentRow, say: Say) -> dict[str, object]:
    """The shape that every answer about a document has."""
    return {
        "number": row.number,
        "kind": row.kind,
        "case": row.case,
        "item": row.item,
        "department": row.department,
        "issued_at": say.instant(row.issued_at),
        "issued_by": row.issued_by,
        "status": row.status,
        "superseded_by": row.superseded_by,
        "void_reason": row.void_reason or None,
        "reprints": row.reprints,
        "sha256": row.sha256,
    }


def document_table(rows: Sequence[DocumentRow], say: Say) -> RenderableType:
    """Documents, a line each."""
    headings = ("document", "kind", "state", "case", "issued", "reprints")
    return table(
        [say.texts(f"cli.column.{heading}") for heading in headings],
        [
            (
                row.number,
                say.texts(f"document_kind.{row.kind}"),
                standing(row, say),
                row.case,
                say.texts.moment(row.issued_at.astimezone(say.zone)),
                row.reprints or None,
            )
            for row in rows
        ],
    )


def standing(row: DocumentRow, say: Say) -> str:
    """Whether it counts; why not, or what took its place."""
    status = say.texts(f"document_status.{row.status}")
    if row.status is DocumentStatus.SUPERSEDED:
        return say.texts("cli.document.superseded", status=status, number=row.superseded_by)
    if row.status is DocumentStatus.VOID:
        why = row.void_reason or say.texts("cli.document.taken_back")
        return say.texts("cli.document.void", status=status, reason=why)
    return status


def _people(row: DocumentRow, say: Say) -> RenderableType:
    t = say.texts
    return facts(
        [
            (t("cli.column.document"), row.number),
            (t("cli.column.kind"), t(f"document_kind.{row.kind}")),
            (t("cli.column.state"), standing(row, say)),
            (t("cli.column.case"), row.case),
            (t("cli.column.item"), f"{row.item_name} {row.item}"),
            (t("cli.column.applicant"), row.applicant),
            (t("cli.column.department"), row.department),
            (t("cli.column.issued"), t.moment(row.issued_at.astimezone(say.zone))),
            (t("cli.column.by"), row.issued_by),
            (t("cli.column.reprints"), row.reprints or None),
            ("SHA-256", row.sha256),
        ]
    )


def _kind(found: Verified) -> str:
    """The code of what a paper that is no document of a case is called."""
    if found.reminder is not None:
        return "paper_kind.reminder"
    return "paper_kind.exception" if found.exception else "cli.document.notice"


def _verdict(found: Verified, say: Say) -> RenderableType:
    t = say.texts
    status = t(f"document_status.{found.status}")
    if found.document is not None:
        kind, status = t(f"document_kind.{found.document.kind}"), standing(found.document, say)
    else:
        kind = t(_kind(found))
        if found.superseded_by:
            status = t("cli.document.superseded", status=status, number=found.superseded_by)
    return facts(
        [
            (t("cli.column.document"), found.number),
            (t("cli.column.kind"), kind),
            (t("cli.column.state"), status),
            (
                t("cli.column.genuine"),
                t("cli.document.genuine" if found.is_genuine else "cli.document.altered"),
            ),
            ("SHA-256", found.recomputed),
        ]
    )
