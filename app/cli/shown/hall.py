"""The hall, its staff and its database as JSON and as tables."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from rich.console import Group, RenderableType

from app.cli.output import Say, Shown, facts, table
from app.domain.exception_category import called, hall_categories
from app.domain.hall_settings import SETTINGS, figures
from app.domain.policy import Policy
from app.exchange.hall_settings import name_code
from app.ports.readers import Readers
from app.ports.rows import CounterRow, DepartmentRow, HallRow, LineRow, StaffRow
from app.services.left_open import LeftOpen


@dataclass(frozen=True, slots=True)
class WholeHall:
    """The set-up of a hall, read in one go for the command line."""

    hall: HallRow
    departments: Sequence[DepartmentRow]
    lines: Sequence[LineRow]
    counters: Sequence[CounterRow]
    staff: Sequence[StaffRow]
    policy: Policy


async def read_hall_rows(readers: Readers, policy: Policy) -> WholeHall:
    """Everything that ``hall show`` tells."""
    return WholeHall(
        await readers.hall(),
        await readers.departments(),
        await readers.lines(),
        await readers.counters(),
        await readers.staff(),
        policy,
    )


def whole_hall(hall: WholeHall, say: Say) -> Shown:
    """``{"departments", "lines", "counters": [{"number", "lines"}], "staff": [{"number", "role"}], …}``."""
    document = {
        "departments": [{"code": d.code, "name": d.name} for d in hall.departments],
        "lines": [{"prefix": line.prefix, "name": line.name} for line in hall.lines],
        "counters": [{"number": c.number, "lines": list(c.lines)} for c in hall.counters],
        "staff": [{"number": s.number, "role": s.role} for s in hall.staff],
        "settings": {
            name: figure if isinstance(figure, int) else float(figure)
            for name, figure in figures(hall.policy).items()
        },
        "exception_categories": [
            {
                "code": category.code,
                "name": called(category.code, category.name, say.texts),
                "retired": category.retired,
            }
            for category in hall_categories(hall.policy.exception_categories)
        ],
    }
    return Shown(document, lambda: _people(hall, say))


def one_member(row: StaffRow, say: Say) -> Shown:
    """``{"staff": {"number", "role", "state"}}``."""
    document = {"number": row.number, "role": row.role, "state": row.state}
    return Shown({"staff": document}, lambda: _member(row, say))


def disabled_member(disabled: tuple[StaffRow, LeftOpen], say: Say) -> Shown:
    """The same with ``"left_open": {"exceptions", "parts", "follow_ups"}``: what somebody else has to be given."""
    row, left = disabled
    member = one_member(row, say)
    document = {**member.document, "left_open": asdict(left)}
    if not left.any:
        return Shown(document, member.people)
    told = say.texts("cli.staff.left_open", number=row.number, **asdict(left))
    return Shown(document, lambda: Group(member.people(), "", told))


def _member(row: StaffRow, say: Say) -> RenderableType:
    t = say.texts
    return facts(
        [
            (t("cli.column.staff"), row.number),
            (t("cli.column.role"), say.choice("role", row.role)),
            (t("cli.column.state"), say.choice("staff_state", row.state)),
            (t("cli.column.department"), row.department),
        ]
    )


def _people(hall: WholeHall, say: Say) -> RenderableType:
    t = say.texts

    def headings(*names: str) -> list[str]:
        return [t(f"cli.column.{name}") for name in names]

    return Group(
        f"{hall.hall.name} ({hall.hall.code})",
        "",
        table(headings("code", "department"), [(d.code, d.name) for d in hall.departments]),
        "",
        table(headings("line", "title"), [(line.prefix, line.name) for line in hall.lines]),
        "",
        table(
            headings("counter", "title", "lines"),
            [(c.number, c.name, " ".join(c.lines)) for c in hall.counters],
        ),
        "",
        table(
            headings("staff", "role", "state"),
            [(s.number, say.choice("role", s.role), say.choice("staff_state", s.state)) for s in hall.staff],
        ),
        "",
        table(
            headings("setting", "value"),
            [
                (t(name_code(name)), t(f"setting.figure.{SETTINGS[name].unit}", count=figure))
                for name, figure in figures(hall.policy).items()
            ],
        ),
        "",
        table(
            headings("code", "category", "retired"),
            [
                (one.code, called(one.code, one.name, t), t("cli.word.yes" if one.retired else "cli.word.no"))
                for one in hall_categories(hall.policy.exception_categories)
            ],
        ),
    )
