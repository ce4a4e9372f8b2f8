"""``yici rating …``: what people thought of being served, and what is done about bad ratings."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from app.cli.acting import Acting, act, order
from app.cli.commands import follow_ups
from app.cli.help import Command, make_group
from app.cli.invocation import Invocation
from app.cli.options import Day, File, MaybeItem, MaybePdf
from app.cli.shown.ratings import Counted, given_rating, imported_ratings, many_ratings, the_counts
from app.domain.errors import BadInput
from app.domain.five_ones import Grouping
from app.domain.rating import RatingLevel, RatingSource
from app.exchange.ratings import read_ratings
from app.ports.files import write_new_file
from app.ports.queries import EVERYTHING
from app.ports.rating_queries import RatingQuery
from app.ports.ratings_report import RatingsReport
from app.ports.rows import RatingRow
from app.services import rating_views as views
from app.services.ratings import give_rating, import_ratings
from app.services.use_case import Ports
from app.texts import Texts

group = make_group("cli.help.rating")
group.add_typer(follow_ups.group, name="follow-up")

Ticket = Annotated[str, Argument(help="cli.param.ticket_number", metavar="NUMBER")]
Level = Annotated[RatingLevel, Option("--level", help="cli.param.rating_level")]
MaybeLevel = Annotated[RatingLevel | None, Option("--level", help="cli.param.only_level")]
Source = Annotated[RatingSource, Option("--source", help="cli.param.rating_source")]
Comment = Annotated[str, Option("--comment", help="cli.param.comment", metavar="TEXT")]
Bad = Annotated[bool, Option("--bad", help="cli.param.bad_only")]
MaybeCounter = Annotated[int | None, Option("--counter", help="cli.param.counter", metavar="N", min=1)]
First = Annotated[date | None, Option("--from", help="cli.param.rated_from", metavar="YYYY-MM-DD")]
Last = Annotated[date | None, Option("--to", help="cli.param.rated_to", metavar="YYYY-MM-DD")]
Mine = Annotated[bool, Option("--mine", help="cli.param.own_ratings")]
By = Annotated[Grouping, Option("--by", help="cli.param.parted_by")]
Xlsx = Annotated[Path | None, Option("--xlsx", help="cli.param.xlsx", metavar="FILE")]


@group.command("give", cls=Command, help="cli.help.rating_give")
def give(
    context: typer.Context,
    number: Ticket,
    level: Level,
    day: Day = None,
    item: MaybeItem = None,
    comment: Comment = "",
    source: Source = RatingSource.SCREEN,
) -> None:
    """Enter the rating of a served errand; of several the latest that has none, unless an item is named."""
    order(context, given_rating, give_rating, number, level, day, item, comment, source)


@group.command("import", cls=Command, help="cli.help.rating_import")
def import_(context: typer.Context, file: File) -> None:
    """Take in ratings of a file, all or none."""
    entries = read_ratings(file)
    order(context, imported_ratings, import_ratings, entries)


@group.command("list", cls=Command, help="cli.help.rating_list")
def list_(
    context: typer.Context,
    from_: First = None,
    to: Last = None,
    level: MaybeLevel = None,
    bad: Bad = False,
    item: MaybeItem = None,
    counter: MaybeCounter = None,
) -> None:
    """Single ratings of a span of days, newest first: the supervision office's business alone."""

    async def steps(do: Acting) -> list[RatingRow]:
        actor = do.command.actor
        span = await views.rating_span(do.ports, actor, from_, to)
        query = RatingQuery(span, level, bad, item, counter, limit=EVERYTHING)
        return list(await views.ratings(do.ports, actor, query))

    act(context, steps, many_ratings)


@group.command("stats", cls=Command, help="cli.help.rating_stats")
def stats(
    context: typer.Context,
    from_: First = None,
    to: Last = None,
    by: By = Grouping.HALL,
    mine: Mine = False,
    xlsx: Xlsx = None,
    pdf: MaybePdf = None,
) -> None:
    """How many ratings of each level; of this month when nobody says more.

    A file goes from hand to hand: it is of past days, without what is too few to show, whoever asks for it.
    """
    texts = Invocation.of(context).texts
    to_files = xlsx is not None or pdf is not None

    async def steps(do: Acting) -> Counted:
        actor = do.command.actor
        if mine and to_files:
            raise BadInput("rating.rule.no_file_of_own")
        span = await views.rating_span(do.ports, actor, from_, to, own=mine or to_files)
        if to_files:
            report = await views.past_ratings(do.ports, span, by)
            files = await _written(do.ports, report, texts, xlsx, pdf)
            return Counted(span, by, report.rows or (report.whole,), files)
        return Counted(span, by, tuple(await views.rating_counts(do.ports, actor, span, by, own=mine)))

    act(context, steps, the_counts)


async def _written(
    ports: Ports, report: RatingsReport, texts: Texts, xlsx: Path | None, pdf: Path | None
) -> Sequence[Path]:
    if xlsx:
        # Late: no other command about ratings needs openpyxl.
        from app.exchange.ratings_workbook import ratings_workbook

        write_new_file(xlsx, ratings_workbook(report, texts))
    if pdf:
        write_new_file(pdf, await ports.render(report))
    return [file for file in (xlsx, pdf) if file]
