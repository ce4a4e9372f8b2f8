"""``yici case applicant``: who applies, completed or corrected; and the options that say so."""

from typing import Annotated

import typer
from typer import Option

from app.cli.acting import order
from app.cli.options import CaseNumber, IdNumber, Name, Phone
from app.cli.shown.cases import one_case
from app.services.case_applicant import Correction, correct_applicant
from app.services.case_intake import Applying
from app.services.issue_ticket import Visitor

Agent = Annotated[str, Option("--agent", help="cli.param.agent", metavar="NAME")]
AgentId = Annotated[str, Option("--agent-id-number", help="cli.param.agent_id_number", metavar="NUMBER")]
AgentPhone = Annotated[str, Option("--agent-phone", help="cli.param.agent_phone", metavar="NUMBER")]
NoAgent = Annotated[bool, Option("--no-agent", help="cli.param.no_agent")]
NoOrganisation = Annotated[bool, Option("--no-organisation", help="cli.param.no_organisation")]
Organisation = Annotated[str, Option("--organisation", help="cli.param.organisation", metavar="NAME")]
Code = Annotated[str, Option("--organisation-code", help="cli.param.organisation_code", metavar="CODE")]


def applicant(
    context: typer.Context,
    number: CaseNumber,
    name: Name = "",
    id_number: IdNumber = "",
    phone: Phone = "",
    agent: Agent = "",
    agent_id_number: AgentId = "",
    agent_phone: AgentPhone = "",
    no_agent: NoAgent = False,
    organisation: Organisation = "",
    organisation_code: Code = "",
    no_organisation: NoOrganisation = False,
) -> None:
    """Complete or correct who applies; what is not named stays."""
    person, acts = Visitor(name, id_number, phone), Visitor(agent, agent_id_number, agent_phone)
    typed = Applying(person, acts, organisation, organisation_code)
    correction = Correction(typed, drops_organisation=no_organisation, drops_agent=no_agent)
    order(context, one_case, correct_applicant, number, correction)
