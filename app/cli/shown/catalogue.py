"""Items of the catalogue as JSON and as tables."""

from collections.abc import Sequence
from decimal import Decimal

from rich.console import Group, RenderableType
from rich.table import Table

from app.cli.output import Say, Shown, facts, table
from app.domain.catalogue import Material, ServiceItem
from app.ports.rows import ItemRow
from app.services.cancel_item import Cancelled
from app.services.import_catalogue import ImportedCatalogue


def many_items(rows: Sequence[ItemRow], say: Say) -> Shown:
    """``{"items": […]}``; ``materials`` are names."""
    return Shown({"items": [_row_document(row) for row in rows]}, lambda: _table(rows, say))


def one_item(found: tuple[ItemRow, ServiceItem], say: Say) -> Shown:
    """``{"item": {…}}``; ``materials`` with the numbers that notices name them by, situations with theirs."""
    row, item = found
    document = _row_document(row) | {
        "materials": [_material_document(m) for m in item.materials],
        "situations": [{"name": s.name, "materials": list(s.materials)} for s in item.situations],
    }
    return Shown({"item": document}, lambda: _people(row, item, say))


def imported_catalogue(result: ImportedCatalogue, say: Say) -> Shown:
    """``{"items", "materials", "departments", "problems"}``: what the file holds. With problems nothing comes in."""
    document = {
        "items": result.items,
        "materials": result.materials,
        "departments": result.departments,
        "problems": [],
    }
    return Shown(document, lambda: _imported(result, say))


def cancelled_item(result: Cancelled, say: Say) -> Shown:
    """``{"cancelled": {"code", "since"}}``."""
    words = say.texts("cli.catalogue.cancelled", name=result.name, day=result.since)
    document = {"code": result.code, "since": result.since.isoformat()}
    return Shown({"cancelled": document}, lambda: facts([(result.code, words)]))


def _row_document(row: ItemRow) -> dict[str, object]:
    return {
        "code": row.code,
        "name": row.name,
        "department": row.department,
        "handling_type": row.handling,
        "promised_days": _days(row.promised_days),
        "materials": list(row.materials),
    }


def _material_document(material: Material) -> dict[str, object]:
    return {"number": material.number, "name": material.name, "required": material.said_required}


def _days(days: str | None) -> int | float | None:
    """Working days as a number; fractions are of opening hours."""
    if days is None:
        return None
    exact = Decimal(days)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def _people(row: ItemRow, item: ServiceItem, say: Say) -> RenderableType:
    t = say.texts
    head = facts(
        [
            (t("cli.column.code"), row.code),
            (t("cli.column.item"), row.name),
            (t("cli.column.department"), row.department),
            (t("cli.column.handling"), say.choice("handling_type", row.handling)),
            (t("cli.column.promised"), _days(row.promised_days)),
            (t("cli.column.line"), row.line),
            (t("cli.column.situations"), "\n".join(row.situations)),
        ]
    )
    headings = ("material_number", "material", "required")
    marks = {True: t("cli.word.yes"), False: t("cli.word.no"), None: ""}
    materials = [(m.number, m.name, marks[m.said_required]) for m in item.materials]
    return Group(head, "", table([t(f"cli.column.{heading}") for heading in headings], materials))


def _imported(result: ImportedCatalogue, say: Say) -> RenderableType:
    counts = {
        "items": result.items,
        "materials": result.materials,
        "departments": result.departments,
        "new_versions": result.new_versions,
        "unchanged": result.unchanged,
    }
    return facts((say.texts(f"cli.column.{name}"), count) for name, count in counts.items())


def _table(rows: Sequence[ItemRow], say: Say) -> Table:
    headings = ("code", "item", "department", "handling", "promised", "line")
    return table(
        [say.texts(f"cli.column.{heading}") for heading in headings],
        [
            (
                row.code,
                row.name,
                row.department,
                say.choice("handling_type", row.handling),
                _days(row.promised_days),
                row.line,
            )
            for row in rows
        ],
    )
