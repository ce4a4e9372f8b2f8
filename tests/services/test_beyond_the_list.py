"""A material beyond the item's list: told with the basis that asks for it, brought, and told again until it comes."""

from io import BytesIO

from pypdf import PdfReader

from app.domain.case_table import CaseState
from app.domain.document import DocumentKind
from app.domain.judgement import BEYOND_FROM, Beyond, Judgement, Verdict
from app.ports.rows import NoticeRow
from app.services import case_intake
from app.services.documents import document_pdf
from app.services.notices import notify_case
from app.services.open_case import HandedIn
from app.services.paper import notice_pdf
from app.services.telling import Again
from tests.refusals import refused
from tests.services.at_work import CLERK, SUPERVISOR, TREES, HallAtWork

PROOF = Beyond("疫木除治方案", "《森林病虫害防治条例》第十八条")
ASKED = Judgement(0, Verdict.MISSING, beyond=PROOF)


async def in_order(hall: HallAtWork, *but: int) -> tuple[Judgement, ...]:
    materials = (await hall.ports.readers.item(TREES)).materials_for(None)
    return tuple(
        Judgement(m.number, Verdict.MISSING if m.number in but else Verdict.COMPLETE) for m in materials
    )


async def opened(hall: HallAtWork) -> str:
    return (await hall.do(CLERK, case_intake.open_case, TREES)).row.number


async def told(
    hall: HallAtWork, number: str, *judgements: Judgement, again: Again | None = None
) -> NoticeRow:
    return await hall.do(CLERK, notify_case, number, judgements, again)


def text(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)


async def test_it_is_told_with_its_basis_and_comes(hall: HallAtWork) -> None:
    number = await opened(hall)
    with refused("notice.rule.say_basis", name=PROOF.name):
        await told(
            hall, number, *await in_order(hall), Judgement(0, Verdict.MISSING, beyond=Beyond(PROOF.name, ""))
        )
    notice = await told(hall, number, *await in_order(hall, 1), ASKED)
    assert [(p.material, p.basis) for p in notice.problems] == [(1, ""), (BEYOND_FROM, PROOF.basis)]
    slip = text(await notice_pdf(hall.ports, notice))
    assert PROOF.name in slip
    assert PROOF.basis in slip
    case = await hall.ports.readers.case(number)
    assert [(row.material, row.name) for row in case.outstanding][1:] == [(BEYOND_FROM, PROOF.name)]
    brought = frozenset({1, BEYOND_FROM})
    case = await hall.do(CLERK, case_intake.supplement_case, number, brought, (), with_receipt=True)
    assert case.papers[-1].name == PROOF.name
    (receipt,) = (row for row in case.documents if row.kind is DocumentKind.RECEIPT)
    assert PROOF.name in text(await document_pdf(hall.ports, receipt))
    assert (await hall.do(CLERK, case_intake.accept_case, number)).row.state is CaseState.ACCEPTED


async def test_nothing_else_beyond_the_list_can_be_brought(hall: HallAtWork) -> None:
    number = await opened(hall)
    await told(hall, number, *await in_order(hall), ASKED)
    with refused("notice.rule.foreign_material", number=BEYOND_FROM + 1):
        await hall.do(CLERK, case_intake.take_papers, number, (HandedIn(BEYOND_FROM + 1),))


async def test_a_further_notice_that_judges_the_list_tells_it_again(hall: HallAtWork) -> None:
    """No window asks about it: it comes, or it is still missing."""
    number, again = await opened(hall), Again("漏看了第 1 项", hall.staff[SUPERVISOR])
    await told(hall, number, *await in_order(hall), ASKED)
    notice = await told(hall, number, *await in_order(hall, 1), again=again)
    assert [(p.material, p.basis) for p in notice.problems] == [(1, ""), (BEYOND_FROM, PROOF.basis)]
    await hall.do(CLERK, case_intake.supplement_case, number, frozenset({BEYOND_FROM}))
    other = Judgement(0, Verdict.MISSING, beyond=Beyond("资金证明", "指南备注"))
    notice = await told(hall, number, *await in_order(hall, 1), other, again=again)
    assert [p.material for p in notice.problems] == [1, BEYOND_FROM + 1], (
        "a number means one paper of the case"
    )
    async with hall.ports.uow() as u:
        notices = await u.notices.of_case((await u.cases.by_number(number)).id)
    assert [kept.names_new for kept in notices] == [0, 1, 1]
