"""``yici document …``: the statutory documents of cases, and whether a paper is what it says it is."""

from typing import Annotated

import typer
from typer import Argument, Option

from app.adapters.folder_paper import FilePaper
from app.cli.acting import Acting, act, act_on_paper, look, order
from app.cli.commands import office_texts
from app.cli.help import Command, make_group
from app.cli.options import Pdf, Reason
from app.cli.paper import Paper
from app.cli.shown.cases import one_case
from app.cli.shown.documents import many_documents, one_document, one_verified
from app.domain.document import DocumentKind, DocumentStatus
from app.ports.queries import EVERYTHING, DocumentQuery
from app.ports.rows import CasePage, DocumentRow
from app.services.documents import (
    count_document_reprint,
    document_pdf,
    issue_document,
    preview_document,
    reprinted_pdf,
    verify,
    void_document,
)
from app.services.use_case import Ports

UNWRITTEN = "cli.paper.document_unwritten"

group = make_group("cli.help.document")
group.add_typer(office_texts.group, name="text")

Number = Annotated[str, Argument(help="cli.param.document_number", metavar="NUMBER")]
Paper_ = Annotated[str, Argument(help="cli.param.document_code", metavar="NUMBER|QR")]
Case = Annotated[str | None, Option("--case", help="cli.param.of_case", metavar="NUMBER")]
OfCase = Annotated[str, Option("--case", help="cli.param.issue_case", metavar="NUMBER")]
TheKind = Annotated[DocumentKind, Option("--kind", help="cli.param.issue_kind")]
Kind = Annotated[DocumentKind | None, Option("--kind", help="cli.param.document_kind")]
Status = Annotated[DocumentStatus | None, Option("--status", help="cli.param.document_status")]


@group.command("list", cls=Command, help="cli.help.document_list")
def list_(context: typer.Context, case: Case = None, kind: Kind = None, status: Status = None) -> None:
    """What was issued, the newest first."""
    query = DocumentQuery(case, kind, status, EVERYTHING)

    async def read(ports: Ports) -> tuple[DocumentRow, ...]:
        if case is not None:
            await ports.readers.case(case)
        return tuple(await ports.readers.documents(query))

    look(context, read, many_documents)


@group.command("show", cls=Command, help="cli.help.document_show")
def show(context: typer.Context, number: Number) -> None:
    """One document."""
    look(context, lambda ports: ports.readers.document(number), one_document)


@group.command("print", cls=Command, help="cli.help.document_print")
def print_(context: typer.Context, number: Number, pdf: Pdf) -> None:
    """Write the paper as it was issued."""

    async def steps(do: Acting) -> DocumentRow:
        return await do.ports.readers.document(number)

    act_on_paper(context, steps, one_document, Paper(pdf, document_pdf, UNWRITTEN))


@group.command("reprint", cls=Command, help="cli.help.document_reprint")
def reprint(context: typer.Context, number: Number, pdf: Pdf) -> None:
    """Write the paper again; it says which reprint it is."""

    async def steps(do: Acting) -> DocumentRow:
        return await count_document_reprint(do.ports, do.command, number)

    act_on_paper(context, steps, one_document, Paper(pdf, reprinted_pdf, UNWRITTEN))


@group.command("issue", cls=Command, help="cli.help.document_issue")
def issue(context: typer.Context, case: OfCase, kind: TheKind) -> None:
    """Issue anew what was made void, or what the law did without a paper."""
    order(context, one_document, issue_document, case, kind)


@group.command("preview", cls=Command, help="cli.help.document_preview")
def preview(context: typer.Context, case: OfCase, kind: TheKind, pdf: Pdf) -> None:
    """Write what a document of the case would say now, marked as a preview; nothing is issued."""

    async def steps(do: Acting) -> CasePage:
        paper = await preview_document(do.ports, do.command, case, kind)
        await FilePaper(pdf).deliver(paper, case)
        return await do.ports.readers.case(case)

    act(context, steps, one_case)


@group.command("void", cls=Command, help="cli.help.document_void")
def void(context: typer.Context, number: Number, reason: Reason) -> None:
    """It counts no longer; its number stays taken."""
    order(context, one_document, void_document, number, reason)


@group.command("verify", cls=Command, help="cli.help.document_verify")
def verify_(context: typer.Context, code: Paper_) -> None:
    """Whether a paper is on record, in force, and as it was issued; one-time notices too."""
    look(context, lambda ports: verify(ports, code), one_verified)
