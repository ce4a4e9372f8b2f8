"""Exceptions: follow-up and putting on file have a limit too, which runs from the answer."""

from alembic import op

revision = "0021"
down_revision = "0020"

_ANSWERED = "state IN ('answered', 'followed_up')"


def upgrade() -> None:
    """What is answered and open gets two days from now: provisional, so that the next look counts them by the calendar.

    Answers of before name no day of a follow-up: what stood beside them is beside the step before too.
    """
    in_days = _days_of_postgresql if op.get_bind().dialect.name == "postgresql" else _days_of_sqlite
    today, due, after = (in_days(days) for days in (0, 2, 3))
    op.execute(
        f"UPDATE exception_cases SET counts_from = {today}, due = {due}, due_provisional = true, warn_on = NULL, "  # noqa: S608
        f"rises_on = CASE WHEN rung = 'district' THEN NULL ELSE {after} END WHERE {_ANSWERED}"
    )
    op.execute("UPDATE exception_steps SET due = NULL WHERE action IN ('answer', 'sign_off')")


def _days_of_postgresql(days: int) -> str:
    return f"CURRENT_DATE + {days}"


def _days_of_sqlite(days: int) -> str:
    return f"date('now', '+{days} day')"
