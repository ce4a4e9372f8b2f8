"""One-time notices as JSON and as tables."""

from rich.console import Group, RenderableType

from app.cli.output import Say, Shown, facts, table
from app.ports.rows import NoticeRow


def one_notice(row: NoticeRow, say: Say) -> Shown:
    """``{"notice": {"number", "kind", "ticket", "item", "problems", "due", "reprints"}}``.

    ``due`` is the last day to tell (art. 32), null where no clock runs; ``material`` the number in the item's list,
    ``basis`` what asks for a material beyond it, else null.
    """
    document = {
        "number": row.number,
        "kind": row.kind,
        "ticket": row.ticket,
        "item": row.item,
        "problems": [
            {"material": p.material, "name": p.name, "kind": p.kind, "text": p.text, "basis": p.basis or None}
            for p in row.problems
        ],
        "due": row.due.isoformat() if row.due else None,
        "reprints": row.reprints,
    }
    return Shown({"notice": document}, lambda: _people(row, say))


def _people(row: NoticeRow, say: Say) -> RenderableType:
    t = say.texts
    head = facts(
        [
            (t("cli.column.notice"), row.number),
            (t("cli.column.kind"), say.choice("notice_kind", row.kind)),
            (t("cli.column.ticket"), row.ticket),
            (t("cli.column.item"), f"{row.item_name} {row.item}"),
            (t("cli.column.situation"), row.situation),
            (t("cli.column.due"), t.date(row.due) if row.due else None),
            (t("cli.column.reprints"), row.reprints or None),
        ]
    )
    problems = table(
        [
            t(f"cli.column.{heading}")
            for heading in ("material_number", "material", "problem", "text", "basis")
        ],
        [(p.material, p.name, say.choice("shortcoming", p.kind), p.text, p.basis) for p in row.problems],
    )
    return Group(head, "", problems)
