"""``yici catalogue …``: the items and what they ask for."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer
from typer import Argument, Option

from app.bootstrap import item_search
from app.cli.acting import look, order
from app.cli.help import Command, make_group
from app.cli.invocation import Invocation
from app.cli.options import File
from app.cli.output import emit
from app.cli.shown.catalogue import cancelled_item, imported_catalogue, many_items, one_item
from app.cli.shown.files import written_file
from app.domain.catalogue import ServiceItem
from app.domain.errors import NotFound
from app.exchange.catalogue import read_catalogue
from app.exchange.templates import write_catalogue_template
from app.ports.rows import ItemRow
from app.services.cancel_item import cancel_item
from app.services.import_catalogue import import_catalogue, plan_catalogue
from app.services.use_case import Ports

group = make_group("cli.help.catalogue")

DryRun = Annotated[bool, Option("--dry-run", help="cli.param.dry_run")]
Code = Annotated[str, Argument(help="cli.param.item", metavar="CODE")]
Document = Annotated[str, Option("--document", help="cli.param.document", metavar="TEXT")]
Since = Annotated[date | None, Option("--from", help="cli.param.cancelled_from", metavar="YYYY-MM-DD")]
Text = Annotated[str, Argument(help="cli.param.search_text", metavar="TEXT")]


@group.command("import", cls=Command, help="cli.help.catalogue_import")
def import_(context: typer.Context, file: File, dry_run: DryRun = False) -> None:
    """Import items, all or nothing; with ``--dry-run`` only say what would come in."""
    catalogue = read_catalogue(file)
    if dry_run:
        look(context, lambda ports: plan_catalogue(ports, catalogue), imported_catalogue)
    else:
        order(context, imported_catalogue, import_catalogue, catalogue)


@group.command("list", cls=Command, help="cli.help.catalogue_list")
def list_(context: typer.Context) -> None:
    """All items in force today."""
    look(context, lambda ports: ports.readers.items(), many_items)


@group.command("show", cls=Command, help="cli.help.catalogue_show")
def show(context: typer.Context, code: Code) -> None:
    """One item with its materials, numbered as notices name them."""

    async def read(ports: Ports) -> tuple[ItemRow, ServiceItem]:
        item = await ports.readers.item(code)
        row = next((row for row in await ports.readers.items() if row.code == code), None)
        if row is None:
            raise NotFound("catalogue.rule.none", code=code)
        return row, item

    look(context, read, one_item)


@group.command("search", cls=Command, help="cli.help.catalogue_search")
def search(context: typer.Context, text: Text) -> None:
    """Items by name, code, pinyin or initials, the best first."""

    async def read(ports: Ports) -> Sequence[ItemRow]:
        return [match.item for match in item_search(await ports.readers.items()).search(text)]

    look(context, read, many_items)


@group.command("cancel", cls=Command, help="cli.help.catalogue_cancel")
def cancel(context: typer.Context, code: Code, document: Document, since: Since = None) -> None:
    """Take an item out of the catalogue, by a document and from a day on."""
    order(context, cancelled_item, cancel_item, code, document, since)


@group.command("template", cls=Command, help="cli.help.catalogue_template")
def template(context: typer.Context, file: File) -> None:
    """Write an empty workbook with the columns that an import expects."""
    asked = Invocation.of(context)
    write_catalogue_template(file, asked.texts)
    emit(written_file(file, asked.texts), as_json=asked.json)
