"""Cases as JSON and as tables."""

from collections.abc import Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table

from app.cli.output import Say, Shown, facts, table
from app.cli.shown.documents import document_table, shape_of
from app.cli.shown.story import step_document, story
from app.domain.calendar import Due
from app.domain.person import mask_name
from app.ports.rows import CasePage, CaseRow


def one_case(page: CasePage, say: Say) -> Shown:
    """``{"case": C}`` with its steps, trips, notices and papers; ``docs/command-line.md`` has the shape."""
    document = _document(page.row, say) | {
        "identity": page.identity,
        "phone": page.phone,
        "contact": page.contact,
        "agent": page.agent,
        "organisation_code": page.organisation_code,
        "tell_by": _day(page.tell_by.day),
        "decide_by": _due(page.dates.statutory, say) if page.dates else None,
        "promised_by": _due(page.dates.promised, say) if page.dates else None,
        "deemed": page.is_deemed,
        "outstanding": [row.material for row in page.outstanding],
        "papers": [
            {
                "material": p.material,
                "due": p.due,
                "handed_in": p.handed_in,
                "form": p.form,
                "kept": p.kept,
                "returned_on": _day(p.returned_on),
            }
            for p in page.papers
        ],
        "pledge": _pledge(page),
        "trips": [{"ticket": trip.ticket, "day": _day(trip.day)} for trip in page.trips],
        "notices": list(page.notices),
        "documents": [shape_of(row, say) for row in page.documents],
        "steps": [step_document(step, say) for step in page.steps],
    }
    return Shown({"case": document}, lambda: _people(page, say))


def many_cases(rows: Sequence[CaseRow], say: Say) -> Shown:
    """``{"cases": [C…]}``, without their steps."""
    return Shown({"cases": [_document(row, say) for row in rows]}, lambda: _table(rows, say))


def _document(row: CaseRow, say: Say) -> dict[str, object]:
    return {
        "number": row.number,
        "state": row.state,
        "item": row.item,
        "regime": row.regime,
        "department": row.department,
        "applicant": row.applicant,
        "received_on": _day(row.received_on),
        "accepted_on": _day(row.accepted_on),
        "decided_on": _day(row.decided_on),
        "watch": row.watch.kind if row.watch else None,
        "due": _due(row.watch.due, say) if row.watch else None,
        "provisional": row.watch.due.provisional if row.watch else False,
    }


def _pledge(page: CasePage) -> dict[str, object] | None:
    if page.pledge is None:
        return None
    pledge = page.pledge
    return {
        "materials": list(pledge.materials),
        "due": _day(pledge.due.day),
        "form": pledge.form,
        "kept_on": _day(pledge.kept_on),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _due(due: Due | None, say: Say) -> str | None:
    """The last day, or the instant where a limit of hours ends at one."""
    if due is None:
        return None
    return say.instant(due.at) if due.at else due.day.isoformat()


def _people(page: CasePage, say: Say) -> RenderableType:
    t, row = say.texts, page.row
    head = facts(
        [
            (t("cli.column.case"), row.number),
            (t("cli.column.state"), say.choice("case_state", row.state)),
            (t("cli.column.item"), f"{row.item_name} {row.item}"),
            (t("cli.column.situation"), row.situation),
            (t("cli.column.applicant"), row.applicant),
            (t("cli.column.agent"), page.agent),
            (t("cli.column.received"), t.date(row.received_on)),
            (t("cli.column.waits_for"), _watch(row, say)),
            (t("cli.column.outstanding"), "；".join(o.name for o in page.outstanding)),
            (t("cli.column.trips"), "、".join(trip.ticket for trip in page.trips)),
            (t("cli.column.notices"), "、".join(page.notices)),
        ]
    )
    steps = story(
        say,
        [
            (
                step.at,
                say.choice("case_action", step.action),
                mask_name(step.by_name) if step.by_name else t("cli.case.by_law"),
                step.text,
            )
            for step in page.steps
        ],
    )
    papers = ["", document_table(page.documents, say)] if page.documents else []
    return Group(head, "", steps, *papers)


def _watch(row: CaseRow, say: Say) -> str:
    if row.watch is None:
        return ""
    kind = say.choice("watch_kind", row.watch.kind)
    code = "cli.case.due_provisional" if row.watch.due.provisional else "cli.case.due"
    return say.texts(code, kind=kind, day=row.watch.due.day)


def _table(rows: Sequence[CaseRow], say: Say) -> Table:
    headings = ("case", "state", "applicant", "waits_for", "department", "item")
    return table(
        [say.texts(f"cli.column.{heading}") for heading in headings],
        [
            (
                row.number,
                say.choice("case_state", row.state),
                row.applicant,
                _watch(row, say),
                row.department,
                row.item_name,
            )
            for row in rows
        ],
    )
