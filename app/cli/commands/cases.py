"""``yici case …``: an application from its receipt to the file."""

from datetime import date
from typing import Annotated

import typer
from typer import Option

from app.cli.acting import Acting, act_on_paper, countersign, look, order
from app.cli.commands import case_progress
from app.cli.commands.case_applicant import Agent, AgentId, AgentPhone, Code, Organisation, applicant
from app.cli.commands.case_summary import summary
from app.cli.commands.case_sweep import sweep
from app.cli.handed_in import handed_in, promised
from app.cli.help import Command, make_group
from app.cli.options import (
    Authority,
    CaseNumber,
    Department,
    Ground,
    IdNumber,
    Item,
    LimitDays,
    MaybePdf,
    MaybeReason,
    Name,
    Phone,
    Reason,
    Situation,
    in_days,
)
from app.cli.paper import Paper
from app.cli.problems import judgements_of
from app.cli.shown.cases import many_cases, one_case
from app.cli.shown.notices import one_notice
from app.domain.case_parts import RefusalGround, WatchKind
from app.domain.case_table import CaseState
from app.ports.queries import EVERYTHING, CaseQuery
from app.ports.rows import CaseRow, NoticeRow
from app.services import case_intake
from app.services.case_intake import Applying
from app.services.find_cases import asked_for
from app.services.issue_ticket import Visitor
from app.services.notices import notify_case
from app.services.paper import notice_pdf
from app.services.telling import Again
from app.services.use_case import Ports

group = make_group("cli.help.case")
group.command("summary", cls=Command, help="cli.help.case_summary")(summary)
group.command("sweep", cls=Command, help="cli.help.case_sweep")(sweep)
group.command("applicant", cls=Command, help="cli.help.case_applicant")(applicant)

Papers = Annotated[
    list[str],
    Option("--material", help="cli.param.handed_in", metavar="MATERIAL_NO[:COPIES[:FORM[:KEEPING]]]"),
]
Problems = Annotated[
    list[str],
    Option("--problem", help="cli.param.problem", metavar="MATERIAL_NO:KIND[:TEXT]|+NAME:KIND:BASIS[:TEXT]"),
]
NotApplicable = Annotated[
    list[int], Option("--not-applicable", help="cli.param.not_applicable", metavar="MATERIAL_NO")
]
Brought = Annotated[list[int], Option("--brought", help="cli.param.supplemented", metavar="MATERIAL_NO")]
Joint = Annotated[bool, Option("--joint", help="cli.param.joint")]
Pledged = Annotated[list[int], Option("--pledged", help="cli.param.pledged", metavar="MATERIAL_NO")]
PledgedBy = Annotated[date | None, Option("--pledged-by", help="cli.param.pledged_by", metavar="YYYY-MM-DD")]
PledgedForm = Annotated[str, Option("--pledged-form", help="cli.param.pledged_form", metavar="TEXT")]
AgreedBy = Annotated[str | None, Option("--agreed-by", help="cli.param.agreed_by", metavar="STAFF")]
State = Annotated[CaseState | None, Option("--state", help="cli.param.case_state")]
Watch = Annotated[WatchKind | None, Option("--watch", help="cli.param.watch")]
HandledBy = Annotated[str | None, Option("--by", help="cli.param.handled_by", metavar="STAFF")]
DueBy = Annotated[date | None, Option("--due-by", help="cli.param.due_by", metavar="YYYY-MM-DD")]
Find = Annotated[str | None, Option("--find", help="cli.param.find_case", metavar="TEXT")]
All = Annotated[bool, Option("--all", help="cli.param.all_cases")]
Receipt = Annotated[bool, Option("--receipt", help="cli.param.receipt")]


@group.command("open", cls=Command, help="cli.help.case_open")
def open_(
    context: typer.Context,
    item: Item,
    situation: Situation = None,
    material: Papers = [],  # noqa: B006 - typer copies it
    name: Name = "",
    id_number: IdNumber = "",
    phone: Phone = "",
    agent: Agent = "",
    agent_id_number: AgentId = "",
    agent_phone: AgentPhone = "",
    organisation: Organisation = "",
    organisation_code: Code = "",
    receipt: Receipt = False,
) -> None:
    """Receive an application that comes without a ticket."""
    person, acts = Visitor(name, id_number, phone), Visitor(agent, agent_id_number, agent_phone)
    applying = Applying(person, acts, organisation, organisation_code)
    papers = handed_in(material)
    order(context, one_case, case_intake.open_case, item, situation, applying, papers, receipt)


@group.command("list", cls=Command, help="cli.help.case_list")
def list_(
    context: typer.Context,
    state: State = None,
    watch: Watch = None,
    department: Department = None,
    by: HandledBy = None,
    due_by: DueBy = None,
    find: Find = None,
    all_: All = False,
) -> None:
    """What is open; ``--find`` takes what can be typed of a case, or the code of one of its papers."""

    async def read(ports: Ports) -> tuple[CaseRow, ...]:
        query = CaseQuery(
            open_only=not all_ and state is None and find is None,
            state=state,
            watch=watch,
            department=department,
            handled_by=by,
            due_by=due_by,
            limit=EVERYTHING,
        )
        wanted = asked_for(find, query, ports.protector) if find else query
        return tuple(await ports.readers.cases(wanted))

    look(context, read, many_cases)


@group.command("show", cls=Command, help="cli.help.case_show")
def show(context: typer.Context, number: CaseNumber) -> None:
    """One case with its story."""
    look(context, lambda ports: ports.readers.case(number), one_case)


@group.command("receive", cls=Command, help="cli.help.case_receive")
def receive(context: typer.Context, number: CaseNumber, material: Papers, receipt: Receipt = False) -> None:
    """Note what was handed in."""
    papers = handed_in(material)
    order(context, one_case, case_intake.take_papers, number, papers, receipt)


@group.command("notify", cls=Command, help="cli.help.case_notify")
def notify(
    context: typer.Context,
    number: CaseNumber,
    problem: Problems,
    not_applicable: NotApplicable = [],  # noqa: B006 - typer copies it
    reason: MaybeReason = "",
    agreed_by: AgreedBy = None,
    pdf: MaybePdf = None,
) -> None:
    """Tell everything that is missing, once; a further notice needs a reason and a supervisor."""
    judgements = judgements_of(problem, not_applicable)

    async def steps(do: Acting) -> NoticeRow:
        again = Again(reason, await countersign(context, do.ports, agreed_by)) if agreed_by else None
        return await notify_case(do.ports, do.command, number, judgements, again, others_complete=True)

    act_on_paper(context, steps, one_notice, Paper(pdf, notice_pdf, "cli.paper.notice_unwritten"))


@group.command("supplement", cls=Command, help="cli.help.case_supplement")
def supplement(
    context: typer.Context,
    number: CaseNumber,
    brought: Brought,
    material: Papers = [],  # noqa: B006
    receipt: Receipt = False,
) -> None:
    """Tick off what was told to be missing and has come."""
    numbers, papers = frozenset(brought), handed_in(material)
    order(context, one_case, case_intake.supplement_case, number, numbers, papers, receipt)


@group.command("accept", cls=Command, help="cli.help.case_accept")
def accept(
    context: typer.Context,
    number: CaseNumber,
    days: LimitDays = None,
    joint: Joint = False,
    pledged: Pledged = [],  # noqa: B006
    pledged_by: PledgedBy = None,
    pledged_form: PledgedForm = "",
) -> None:
    """Take it on; with a pledge what may be late follows by a day."""
    pledge = promised(pledged, pledged_by, pledged_form)
    order(context, one_case, case_intake.accept_case, number, in_days(days), joint, pledge)


@group.command("pledge-kept", cls=Command, help="cli.help.case_pledge_kept")
def pledge_kept(context: typer.Context, number: CaseNumber, material: Papers = []) -> None:  # noqa: B006
    """What was pledged has come."""
    papers = handed_in(material)
    order(context, one_case, case_intake.keep_pledge, number, papers)


@group.command("refuse", cls=Command, help="cli.help.case_refuse")
def refuse(
    context: typer.Context,
    number: CaseNumber,
    reason: Reason,
    ground: Ground = RefusalGround.OTHER,
    authority: Authority = "",
) -> None:
    """Do not take it on; where another authority is the right one it is named."""
    order(context, one_case, case_intake.refuse_case, number, reason, ground, authority)


group.command("suspend", cls=Command, help="cli.help.case_suspend")(case_progress.suspend)
group.command("resume", cls=Command, help="cli.help.case_resume")(case_progress.resume)
group.command("extend", cls=Command, help="cli.help.case_extend")(case_progress.extend)
group.command("decide", cls=Command, help="cli.help.case_decide")(case_progress.decide)
group.command("deliver", cls=Command, help="cli.help.case_deliver")(case_progress.deliver)
group.command("archive", cls=Command, help="cli.help.case_archive")(case_progress.archive)
group.command("withdraw", cls=Command, help="cli.help.case_withdraw")(case_progress.withdraw)
group.command("end", cls=Command, help="cli.help.case_end")(case_progress.end)
