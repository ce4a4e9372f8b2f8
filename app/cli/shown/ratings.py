"""Ratings and their figures as JSON and as tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Group, RenderableType

from app.cli.output import Say, Shown, facts, table
from app.domain.five_ones import Grouping, Ratio, Span
from app.domain.rating import RatingLevel
from app.ports.rows import GivenRating, ImportedRatings, RatingCounts, RatingRow
from app.texts import code_of


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures of a span of days, parted, and the files that were written."""

    span: Span
    by: Grouping
    rows: tuple[RatingCounts, ...]
    files: Sequence[Path] = ()


def given_rating(row: GivenRating, say: Say) -> Shown:
    """``{"rating": {"ticket", "served_on", "item", "level", "source", "follow_up"}}``."""
    document = {
        "ticket": row.ticket,
        "served_on": row.served_on.isoformat(),
        "item": row.item,
        "level": row.level,
        "source": row.source,
        "follow_up": row.follow_up,
    }
    t = say.texts
    pairs = [
        (t("cli.column.ticket"), row.ticket),
        (t("cli.column.rating"), t(code_of(row.level))),
        (t("cli.column.follow_up"), row.follow_up),
    ]
    return Shown({"rating": document}, lambda: facts(pairs))


def imported_ratings(came: ImportedRatings, say: Say) -> Shown:
    """``{"imported": {"ratings", "follow_ups"}}``."""
    document = {"ratings": came.ratings, "follow_ups": came.follow_ups}
    return Shown(
        {"imported": document},
        lambda: say.texts("cli.rating.imported", count=came.ratings, bad=came.follow_ups),
    )


def many_ratings(rows: Sequence[RatingRow], say: Say) -> Shown:
    """``{"ratings": […]}``."""
    return Shown({"ratings": [_document(row, say) for row in rows]}, lambda: _table(rows, say))


def the_counts(counted: Counted, say: Say) -> Shown:
    """``{"rating_stats": {"from", "to", "by", "groups", "files"}}``; the shape is in ``docs``."""
    document = {
        "from": counted.span.first.isoformat(),
        "to": counted.span.last.isoformat(),
        "by": counted.by,
        "groups": [_group(row) for row in counted.rows],
        "files": [str(file) for file in counted.files],
    }
    written = [say.texts("cli.file.written", file=str(file)) for file in counted.files]
    return Shown({"rating_stats": document}, lambda: Group(_counts(counted, say), *written))


def _document(row: RatingRow, say: Say) -> dict[str, object]:
    return {
        "ticket": row.ticket,
        "served_on": row.served_on.isoformat(),
        "given_at": say.instant(row.given_at),
        "item": row.item,
        "department": row.department,
        "counter": row.counter,
        "clerk": row.clerk,
        "level": row.level,
        "source": row.source,
        "comment": row.comment,
        "follow_up": row.follow_up,
        "set_aside": row.set_aside,
    }


def _table(rows: Sequence[RatingRow], say: Say) -> RenderableType:
    headings = ("at", "ticket", "item", "counter", "rating", "comment", "follow_up")
    cells = [
        (
            say.texts.moment(row.given_at.astimezone(say.zone)),
            row.ticket,
            row.item_name,
            row.counter,
            say.texts(code_of(row.level)),
            row.comment,
            row.follow_up,
        )
        for row in rows
    ]
    return table([say.texts(f"cli.column.{heading}") for heading in headings], cells)


def _group(row: RatingCounts) -> dict[str, object]:
    if row.too_few:
        hidden = dict.fromkeys(("levels", "total", "good", "bad", "set_aside"))
        return {"key": row.key, "name": row.name, "too_few": True, **hidden}
    return {
        "key": row.key,
        "name": row.name,
        "too_few": False,
        "levels": {level.value: row.levels[level] for level in RatingLevel},
        "total": row.total,
        "good": _ratio(row.good),
        "bad": _ratio(row.bad),
        "set_aside": row.set_aside,
    }


def _ratio(ratio: Ratio) -> dict[str, object]:
    return {"numerator": ratio.numerator, "denominator": ratio.denominator, "share": ratio.share}


def _counts(counted: Counted, say: Say) -> RenderableType:
    t = say.texts
    headings = [
        t(code_of(counted.by)),
        *(t(code_of(level)) for level in RatingLevel),
        t("cli.column.ratings_good"),
        t("cli.column.ratings_bad"),
        t("cli.column.set_aside"),
    ]
    return table(headings, [_cells(row, say) for row in counted.rows])


def _cells(row: RatingCounts, say: Say) -> tuple[object, ...]:
    part = f"{row.key} {row.name}".strip()
    if row.too_few:
        unknown = say.texts("five_ones.unknown")
        return (part, *(unknown for _ in RatingLevel), say.texts("rating.too_few"), unknown, unknown)
    levels = (row.levels[level] for level in RatingLevel)
    return (part, *levels, _share(row.good, say), _share(row.bad, say), row.set_aside)


def _share(ratio: Ratio, say: Say) -> str:
    share = say.texts("five_ones.unknown") if ratio.share is None else f"{ratio.share:.1%}"
    return f"{share} {ratio.numerator}/{ratio.denominator}"
