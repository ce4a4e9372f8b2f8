"""Follow-ups of bad ratings as JSON and as tables."""

from collections.abc import Sequence

from rich.console import Group, RenderableType

from app.cli.output import Say, Shown, facts, masked, table
from app.cli.shown.story import step_document, story
from app.domain.follow_up_table import BY_RULE, FollowUpAction
from app.ports.rows import AppealRow, FollowUpPage, FollowUpRow, FollowUpStepRow
from app.services.follow_up_clock import Warned
from app.texts import code_of


def one_follow_up(page: FollowUpPage, say: Say) -> Shown:
    """``{"follow_up": {…, "comment", "satisfied", "steps"}}``."""
    story = {
        "comment": page.row.comment,
        "satisfied": page.satisfied,
        "steps": [_step(step, say) for step in page.steps],
    }
    return Shown({"follow_up": _document(page.row) | story}, lambda: _people(page, say))


def many_follow_ups(rows: Sequence[FollowUpRow], say: Say) -> Shown:
    """``{"follow_ups": […]}``, without their story."""
    return Shown({"follow_ups": [_document(row) for row in rows]}, lambda: _table(rows, say))


def given_warnings(swept: Warned, say: Say) -> Shown:
    """``{"fell_due": {"warned"}}``."""
    shown = [(say.texts("cli.column.warned"), str(swept.warned))]
    return Shown({"fell_due": {"warned": swept.warned}}, lambda: facts(shown))


def lodged_appeal(row: AppealRow, say: Say) -> Shown:
    """``{"appeal": {"follow_up", "state", "review_by"}}``."""
    document = {"follow_up": row.number, "state": row.appeal, "review_by": row.review_by.isoformat()}
    t = say.texts
    pairs = [
        (t("cli.column.follow_up"), row.number),
        (t("cli.column.appeal"), t(code_of(row.appeal))),
        (t("cli.column.due"), t.date(row.review_by)),
    ]
    return Shown({"appeal": document}, lambda: facts(pairs))


def _document(row: FollowUpRow) -> dict[str, object]:
    return {
        "number": row.number,
        "state": row.state,
        "level": row.level,
        "ticket": row.ticket,
        "item": row.item,
        "department": row.department,
        "counter": row.counter,
        "clerk": row.clerk,
        "owner": row.owner,
        "due": row.due.day.isoformat() if row.due else None,
        "next_step": row.next_step,
        "complex": row.is_complex,
        "appeal": row.appeal,
    }


def _next_step(row: FollowUpRow, say: Say) -> str | None:
    """A review can go either way: the step that stands for it says so."""
    if row.next_step is FollowUpAction.DISMISS:
        return say.texts("follow_ups.do.uphold")
    return say.texts(code_of(row.next_step)) if row.next_step else None


def _step(step: FollowUpStepRow, say: Say) -> dict[str, object]:
    return step_document(step, say) | {"due": step.due.isoformat() if step.due else None}


def _told(step: FollowUpStepRow, say: Say) -> str:
    """What was said; where nobody said anything, the limit that a rule's step is about."""
    if step.action not in BY_RULE or step.due is None:
        return step.text
    return say.texts("cli.rating.limit", due=say.texts.date(step.due))


def _by(step: FollowUpStepRow, say: Say) -> str | None:
    if step.by is None and step.action is not FollowUpAction.OPEN:
        return say.texts("exception.by_rule")
    return masked(step.by_name)


def _people(page: FollowUpPage, say: Say) -> RenderableType:
    t, row = say.texts, page.row
    head = facts(
        [
            (t("cli.column.follow_up"), row.number),
            (t("cli.column.state"), t(code_of(row.state))),
            (t("cli.column.rating"), t(code_of(row.level))),
            (t("cli.column.comment"), page.row.comment),
            (t("cli.column.ticket"), row.ticket),
            (t("cli.column.item"), row.item_name),
            (t("cli.column.clerk"), masked(row.clerk_name)),
            (t("cli.column.owner"), masked(row.owner_name) or t("cli.rating.office")),
            (t("cli.column.next_step"), _next_step(row, say)),
            (t("cli.column.due"), t.date(row.due.day) if row.due else None),
            (t("cli.column.appeal"), t(code_of(row.appeal)) if row.appeal else None),
        ]
    )
    steps = [(step.at, t(code_of(step.action)), _by(step, say), _told(step, say)) for step in page.steps]
    return Group(head, "", story(say, steps))


def _table(rows: Sequence[FollowUpRow], say: Say) -> RenderableType:
    t = say.texts
    headings = ("follow_up", "state", "rating", "item", "owner", "next_step", "due")
    return table(
        [t(f"cli.column.{heading}") for heading in headings],
        [
            (
                row.number,
                t(code_of(row.state)),
                t(code_of(row.level)),
                row.item_name,
                masked(row.owner_name) or t("cli.rating.office"),
                _next_step(row, say),
                t.date(row.due.day) if row.due else None,
            )
            for row in rows
        ],
    )
