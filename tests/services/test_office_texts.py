"""An office's own words stand on what it issues from then on, and in what is hashed."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.domain.case_parts import Result
from app.domain.document import DocumentKind
from app.domain.errors import NotFound, NotPermitted
from app.domain.ids import DepartmentId
from app.domain.judgement import Judgement, Verdict
from app.domain.office_text import PLACES, FormKind, TextPart
from app.ports.rows import CasePage
from app.services import case_intake, case_progress, documents
from app.services.notices import consult, notify_case
from app.services.office_texts import office_texts, preview_texts, reset_text, set_text, word_paper
from app.services.paper import notice_pdf
from tests.refusals import refused
from tests.services.at_work import ADMINISTRATOR, CLERK, GUIDE, HOUSE, TREES, HallAtWork

P, K = TextPart, FormKind


async def denied(hall: HallAtWork) -> CasePage:
    number = (await hall.do(CLERK, case_intake.open_case, HOUSE)).row.number
    await hall.do(CLERK, case_intake.accept_case, number)
    return await hall.do(CLERK, case_progress.decide_case, number, Result.DENIED, "不符合条件")


async def words(hall: HallAtWork, page: CasePage) -> str:
    return text_of(await documents.document_pdf(hall.ports, page.documents[-1]))


def text_of(pdf: bytes) -> str:
    return "".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())


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


async def test_the_one_time_notice_says_it_in_them_too(hall: HallAtWork) -> None:
    department = await department_of_trees(hall)
    for part, text, kind in (
        (P.BASIS, "《某省林木采伐办法》第八条", K.NOTICE),
        (P.BASIS, "别的依据", K.GRANT),
        (P.REMEDIES, "可以到三楼值班长处说明情况", K.NOTICE),
        (P.INQUIRY_PHONE, "0000-7777", None),
        (P.SUPERVISION_PHONE, "0000-8888", K.NOTICE),
    ):
        await hall.do(ADMINISTRATOR, set_text, department, part, text, kind)
    materials = (await hall.ports.readers.item(TREES)).materials_for(None)
    consulted = await hall.do(GUIDE, consult, TREES, frozenset())
    number = (await hall.do(CLERK, case_intake.open_case, TREES)).row.number
    missing = tuple(Judgement(m.number, Verdict.MISSING) for m in materials)
    noticed = await hall.do(CLERK, notify_case, number, missing)
    for notice in (consulted, noticed):
        pages = PdfReader(BytesIO(await notice_pdf(hall.ports, notice))).pages
        said = "".join("".join(page.extract_text().split()) for page in pages)
        assert said.count("咨询电话0000-7777监督电话0000-8888") == 2
        assert said.count("救济途径可以到三楼值班长处说明情况") == 2
        assert said.count("“办不成事”反映窗口") >= 2
        assert said.count("依照《某省林木采伐办法》第八条") == 2
        assert "别的依据" not in said
        assert "行政许可法" not in said
        assert "同款" not in said


async def department_of_trees(hall: HallAtWork) -> str:
    return (await hall.do(CLERK, case_intake.open_case, TREES)).row.department


async def test_a_sample_shows_words_before_they_are_set(hall: HallAtWork) -> None:
    department = await department_of_trees(hall)
    await hall.do(ADMINISTRATOR, set_text, department, P.INQUIRY_PHONE, "0000-7777")
    tried = {P.SUPERVISION_PHONE: "0000-9999"}
    for kind in K:
        shown = await preview_texts(hall.ports, hall.command(ADMINISTRATOR), department, kind, tried)
        said = "".join("".join(p.extract_text().split()) for p in PdfReader(BytesIO(shown)).pages)
        assert said.startswith("预览"), kind
        if kind is not K.DELIVERY_RECEIPT:
            assert "咨询电话0000-7777监督电话0000-9999" in said, kind
    assert [row.text for row in await office_texts(hall.ports)] == ["0000-7777"]
    before = {P.INQUIRY_PHONE: ""}
    shown = await preview_texts(hall.ports, hall.command(ADMINISTRATOR), department, K.DENIAL, before)
    assert "0000-7777" not in text_of(shown)


async def test_words_stand_where_the_paper_has_a_place_for_them(hall: HallAtWork) -> None:
    department = await department_of_trees(hall)
    tried = {part: f"试用{at}号" for at, part in enumerate(P)}
    for kind in K:
        shown = await preview_texts(hall.ports, hall.command(ADMINISTRATOR), department, kind, tried)
        said = "".join("".join(p.extract_text().split()) for p in PdfReader(BytesIO(shown)).pages)
        assert {part for part in P if tried[part] in said} == {part for part in P if kind in PLACES[part]}


async def test_several_parts_are_set_and_reset_at_once(hall: HallAtWork) -> None:
    department = await department_of_trees(hall)
    await hall.do(ADMINISTRATOR, set_text, department, P.REMEDIES, "旧的", K.NOTICE)
    words = {P.REMEDIES: " ", P.INQUIRY_PHONE: " 0000-7777 ", P.SUPERVISION_PHONE: ""}
    done = await hall.do(ADMINISTRATOR, word_paper, department, K.NOTICE, words)
    assert [row.text for row in done.rows] == [None, "0000-7777", None]
    assert [(row.part, row.text) for row in await office_texts(hall.ports)] == [
        (P.INQUIRY_PHONE, "0000-7777")
    ]
    with refused("document.rule.basis_of_kind"):
        await hall.do(ADMINISTRATOR, word_paper, department, None, {P.INQUIRY_PHONE: "", P.BASIS: "某法"})
    assert len(await office_texts(hall.ports)) == 1


async def test_a_sample_needs_an_administrator_and_an_item(hall: HallAtWork) -> None:
    with pytest.raises(NotPermitted):
        await preview_texts(hall.ports, hall.command(CLERK), "NY", K.NOTICE, {})
    async with hall.ports.uow() as u:
        some = (await u.hall.departments())[0]
        new = replace(some, id=DepartmentId(u.new_id()), code="XX", name="新单位", full_name="新单位")
        await u.hall.save_department(new)
        await u.commit()
    with refused("document.rule.no_sample", NotFound):
        await preview_texts(hall.ports, hall.command(ADMINISTRATOR), "XX", K.NOTICE, {})


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
    shown = await documents.preview_document(hall.ports, command, page.row.number, DocumentKind.DENIAL)
    said = text_of(shown)
    assert said.startswith("预览")
    assert "0000-7777" in said
    assert (await hall.ports.readers.case(page.row.number)).documents == page.documents
