"""An office's own words stand on what it issues from then on, and in what is hashed."""

from io import BytesIO

from pypdf import PdfReader

from app.domain.case_parts import Result
from app.domain.document import DocumentKind
from app.domain.errors import NotFound
from app.domain.office_text import TextPart
from app.ports.rows import CasePage
from app.services import case_intake, case_progress, documents
from app.services.office_texts import office_texts, reset_text, set_text
from app.services.preview import preview_step
from tests.refusals import refused
from tests.services.at_work import ADMINISTRATOR, CLERK, HOUSE, HallAtWork

P, K = TextPart, DocumentKind


async def denied(hall: HallAtWork) -> CasePage:
    number = (await hall.do(CLERK, case_intake.open_case, HOUSE)).row.number
    await hall.do(CLERK, case_intake.accept_case, number)
    return await hall.do(CLERK, case_progress.decide_case, number, Result.DENIED, "不符合条件")


async def words(hall: HallAtWork, page: CasePage) -> str:
    pdf = PdfReader(BytesIO(await documents.document_pdf(hall.ports, page.documents[-1])))
    return "".join(pdf.pages[0].extract_text().split())


async def test_own_words_stand_on_what_is_issued_from_then_on(hall: HallAtWork) -> None:
    before = await denied(hall)
    department = before.row.department
    for part, text, kind in (
        (P.REMEDIES, "各种文书的救济", None),
        (P.REMEDIES, "向区政府申请行政复议", K.DENIAL),
        (P.BASIS, "《不动产登记暂行条例》第二十二条", K.DENIAL),
        (P.BASIS, "别的依据", K.GRANT),
        (P.INQUIRY_PHONE, "0000-7777", None),
        (P.SUPERVISION_PHONE, "0000-8888", None),
    ):
        await hall.do(ADMINISTRATOR, set_text, department, part, text, kind)
    after = await denied(hall)
    said = await words(hall, after)
    assert "救济途径向区政府申请行政复议" in said
    assert "依照《不动产登记暂行条例》第二十二条，决定不予办理。" in said
    assert "咨询电话0000-7777监督电话0000-8888" in said
    assert "别的依据" not in said
    assert "0000-7777" not in await words(hall, before)
    assert (await documents.verify(hall.ports, after.documents[-1].number)).is_genuine
    assert len(await office_texts(hall.ports)) == 6


async def test_reset_says_it_as_before(hall: HallAtWork) -> None:
    department = (await denied(hall)).row.department
    await hall.do(ADMINISTRATOR, set_text, department, P.REMEDIES, "一")
    await hall.do(ADMINISTRATOR, set_text, department, P.REMEDIES, "二")
    (row,) = await office_texts(hall.ports)
    assert row.text == "二"
    await hall.do(ADMINISTRATOR, reset_text, department, P.REMEDIES)
    assert await office_texts(hall.ports) == ()
    assert "救济途径办事指南未列" in await words(hall, await denied(hall))
    with refused("document.rule.no_text", NotFound):
        await hall.do(ADMINISTRATOR, reset_text, department, P.REMEDIES)


async def test_words_that_say_nothing_are_refused(hall: HallAtWork) -> None:
    department = (await denied(hall)).row.department
    with refused("document.rule.empty_text"):
        await hall.do(ADMINISTRATOR, set_text, department, P.REMEDIES, " ")
    with refused("document.rule.basis_of_kind"):
        await hall.do(ADMINISTRATOR, set_text, department, P.BASIS, "某法")
    with refused("document.rule.no_department", NotFound):
        await hall.do(ADMINISTRATOR, set_text, "没有", P.REMEDIES, "某")


async def test_the_preview_shows_them_beside_what_was_issued(hall: HallAtWork) -> None:
    page = await denied(hall)
    await hall.do(ADMINISTRATOR, set_text, page.row.department, P.INQUIRY_PHONE, "0000-7777")
    command = hall.command(CLERK)
    (shown,) = await preview_step(hall.ports, command, documents.issue_document, page.row.number, K.DENIAL)
    said = "".join(PdfReader(BytesIO(shown)).pages[0].extract_text().split())
    assert said.startswith("预览")
    assert "0000-7777" in said
    assert (await hall.ports.readers.case(page.row.number)).documents == page.documents
