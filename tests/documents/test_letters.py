"""Every document of a case on paper: what it says under either regime, of real items, on one page and on many."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.documents.letters.parts import title
from app.documents.renderer import PdfRenderer
from app.domain.applicant import ApplicantKind
from app.domain.case_parts import RefusalGround
from app.domain.catalogue import Regime, regime_of
from app.domain.catalogue_file import ListedItem
from app.domain.document import COPIES, DocumentKind
from app.ports.documents import (
    AcceptanceBody,
    DueDay,
    EndingBody,
    LeniencyBody,
    LetterForm,
    ReceiptBody,
    ReceivedPaper,
    RefusalBody,
)
from app.texts import Texts
from tests.documents.forms import SLIP
from tests.documents.letters import BODIES, letter, under_no_licence
from tests.documents.paper import page_texts, text_of
from tests.documents.real_items import PLACES, real_items

K = DocumentKind
SAYS: dict[DocumentKind, tuple[str, ...]] = {
    K.RECEIPT: (
        "申请材料接受凭证",
        "已收到申请材料2项",
        "1动物诊疗许可证申请表√11原件",
        "2执业兽医师资格证书√12复印件当场核验，原件退回",
        "3管理制度文本1合计：已收2项，3份。",
        "5个工作日内，即2026年3月25日（含当日）之前，一次性告知",
    ),
    K.ACCEPTANCE: (
        "受理通知书",
        "第三十二条第一款第（五）项和《动物诊疗机构管理办法》，决定予以受理。",
        "受理日期2026年3月18日办理期限法定20个工作日，承诺10个工作日",
        "承诺办结2026年4月1日法定期限至2026年4月16日",
        "所需时间不计算在上述期限内",
    ),
    K.REFUSAL: (
        "不予受理通知书",
        "第三十二条第一款第（二）项和《动物诊疗机构管理办法》，决定不予受理。",
        "理由经营场所在邻县",
        "主管机关邻县农业农村局",
        "退还材料动物诊疗许可证申请表；管理制度文本",
        "60日内依法申请行政复议，或者自收到之日起6个月内",
    ),
    K.LENIENCY: (
        "容缺受理承诺书",
        "下列2项材料可以容缺",
        "1管理制度文本原件一份，到窗口补交2026年3月30日",
        "逾期后果：",
        "申请人承诺：",
    ),
    K.EXTENSION: (
        "延长办理期限通知书",
        "第四十二条和《动物诊疗机构管理办法》，决定延长办理期限10个工作日。",
        "批准局长延长10个工作日",
        "原办理期限2026年4月16日延长后期限2026年4月30日",
    ),
    K.SPECIAL_PROCEDURE: (
        "特殊程序期限告知书",
        "依法需要专家评审",
        "第四十五条和《动物诊疗机构管理办法》，所需时间5个工作日，不计算在办理期限内。",
        "开始日期2026年3月20日预计结束2026年3月27日",
    ),
    K.GRANT: (
        "准予行政许可决定书",
        "第三十八条第一款和《动物诊疗机构管理办法》，决定准予行政许可。",
        "决定日期2026年3月31日送达期限2026年4月15日",
        "颁发证件动物诊疗许可证",
    ),
    K.DENIAL: (
        "不予行政许可决定书",
        "第三十八条第二款",
        "决定不予行政许可。",
        "理由场所出入口设在居民楼内",
        "行政复议",
    ),
    K.DELIVERY_RECEIPT: (
        "送达回证",
        "送达文书《准予行政许可决定书》（青溪农业农村准〔2026〕0009号）；动物诊疗许可证",
        "受送达人张*送达方式窗口领取收件人秦*送达日期2026年4月2日",
    ),
    K.ENDING: (
        "办件终止告知书",
        "承诺在2026年3月30日（含当日）之前补齐的材料没有补齐。按照你（单位）签署的容缺受理承诺书，本次办理终止。",
        "终止日期2026年3月31日补交期限2026年3月30日",
        "未补材料管理制度文本；设施设备清单",
        "文书效力受理通知书和容缺受理承诺书自终止之日起作废",
        "60日内依法申请行政复议",
    ),
}
"""What each says besides the frame, without white space."""


@pytest.mark.parametrize("kind", list(K))
def test_every_copy_says_everything(renderer: PdfRenderer, kind: DocumentKind) -> None:
    form = letter(kind)
    pages = page_texts(renderer.render(form))
    assert len(pages) == COPIES[kind]
    for page in pages:
        for words in (
            "青溪区政务服务中心青溪区农业农村局",
            f"编号：{form.number}办件：IT031-2026-000412026年3月18日10时24分",
            "申请人张*身份证件33**************24代理人秦*联系电话138****0621",
            "事项名称动物诊疗许可证核发编码与版本IT031，2026年1月1日起施行版",
            "承办人：郑*工号：0402签名：青溪区农业农村局2026年3月18日（印章）",
            "第1页，共1页",
            *SAYS[kind],
        ):
            assert words in page, words
    destinations = ("第一联存根", "第二联交申请人") if len(pages) > 1 else ("存档",)
    for page, destination in zip(pages, destinations, strict=True):
        assert page.endswith(destination)


@pytest.mark.parametrize("kind", list(K))
def test_what_is_no_licence_never_rests_on_the_licensing_law(
    renderer: PdfRenderer, kind: DocumentKind
) -> None:
    text = text_of(renderer.render(under_no_licence(letter(kind))))
    assert "行政许可" not in text
    assert "5个工作日内，即" not in text
    if kind in (K.REFUSAL, K.DENIAL, K.ENDING):
        assert "救济途径办事指南未列" in text
        assert "行政复议" not in text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", list(K))
def test_lists_call_it_what_the_paper_calls_itself(kind: DocumentKind, language: str) -> None:
    texts = Texts(language)
    assert title(kind, Regime.OTHER, texts).casefold() == texts(f"document_kind.{kind}").casefold()


def test_nobody_acts_for_the_applicant_in_the_words_of_the_slip(renderer: PdfRenderer) -> None:
    for form in (replace(letter(K.ACCEPTANCE), agent=None), replace(SLIP, agent=None)):
        assert "代理人未登记联系电话" in text_of(renderer.render(form))


@pytest.mark.parametrize("kind", list(K))
def test_the_preview_says_so_and_has_no_number(renderer: PdfRenderer, kind: DocumentKind) -> None:
    text = text_of(renderer.render(replace(letter(kind), number=None, qr="")))
    assert text.startswith("预览")
    assert "编号：预览，不编号" in text
    assert "0012号" not in text


@pytest.mark.parametrize("kind", list(K))
def test_english_is_complete(english: PdfRenderer, kind: DocumentKind) -> None:
    text = text_of(english.render(letter(kind)))
    assert "letter." not in text
    assert "paper." not in text


def test_the_same_letter_gives_the_same_bytes(renderer: PdfRenderer) -> None:
    assert renderer.render(letter(K.GRANT)) == renderer.render(letter(K.GRANT))


def test_a_rare_name_prints(renderer: PdfRenderer, rare_font: Path) -> None:
    form = replace(letter(K.ACCEPTANCE), applicant="𠮷*", handled_by="𲎯*")
    text = text_of(renderer.render(form))
    assert "申请人𠮷*身份证件" in text
    assert "承办人：𲎯*" in text


def test_an_organisation_is_named_with_its_code(renderer: PdfRenderer) -> None:
    form = replace(
        letter(K.ACCEPTANCE),
        applicant_kind=ApplicantKind.ORGANISATION,
        applicant="青溪农场",
        identity_number="91110000600037341L",
    )
    assert "申请人青溪农场信用代码91110000600037341L" in text_of(renderer.render(form))


def test_a_provisional_day_is_called_expected(renderer: PdfRenderer) -> None:
    body = BODIES[K.ACCEPTANCE]
    assert isinstance(body, AcceptanceBody)
    late = replace(body, decide_by=DueDay(day=date(2027, 1, 8), provisional=True), promised_by=None)
    text = text_of(renderer.render(replace(letter(K.ACCEPTANCE), body=late)))
    assert "承诺办结—法定期限至预计2027年1月8日（工作日安排尚未公布）" in text


def test_an_acceptance_with_a_pledge_names_what_follows(renderer: PdfRenderer) -> None:
    body = BODIES[K.ACCEPTANCE]
    assert isinstance(body, AcceptanceBody)
    text = text_of(renderer.render(replace(letter(K.ACCEPTANCE), body=replace(body, pledged=("设施清单",)))))
    assert "另有1项按承诺容缺后补" in text
    assert "容缺材料设施清单" in text


@pytest.mark.parametrize(
    ("ground", "article"),
    [
        (
            RefusalGround.NOT_NEEDED,
            "依法不需要取得行政许可。依照《中华人民共和国行政许可法》第三十二条第一款第（一）项",
        ),
        (RefusalGround.OTHER, "本机关已经收到。依照《中华人民共和国行政许可法》第三十二条和"),
    ],
)
def test_a_refusal_rests_on_its_ground(renderer: PdfRenderer, ground: RefusalGround, article: str) -> None:
    body = RefusalBody(ground=ground, reason="事由")
    assert article in text_of(renderer.render(replace(letter(K.REFUSAL), body=body)))


def test_an_end_after_a_notice_says_what_was_not_brought_and_why(renderer: PdfRenderer) -> None:
    body = EndingBody(
        ended_on=date(2026, 4, 17),
        was_pledged=False,
        was_accepted=False,
        materials=("管理制度文本",),
        due=DueDay(day=date(2026, 4, 16)),
        reason="多次联系，申请人不再办理",
    )
    text = text_of(renderer.render(replace(letter(K.ENDING), body=body)))
    assert (
        "已一次性告知需要补正的内容；至2026年4月16日没有补正。依照《动物诊疗机构管理办法》，本次办理终止。"
        in text
    )
    assert "理由多次联系，申请人不再办理" in text
    assert "文书效力" not in text
    assert "行政许可法" not in text


def test_a_later_receipt_names_the_one_it_replaces(renderer: PdfRenderer) -> None:
    body = BODIES[K.RECEIPT]
    assert isinstance(body, ReceiptBody)
    uncounted = replace(body.papers[0], copies=None)
    again = replace(body, replaces="青溪农业农村收〔2026〕0011号", papers=(uncounted,))
    text = text_of(renderer.render(replace(letter(K.RECEIPT), body=again)))
    assert "本凭证替代《申请材料接受凭证》（青溪农业农村收〔2026〕0011号）" in text
    assert "合计：已收1项。" in text


def _about(form: LetterForm, item: ListedItem) -> LetterForm:
    """The letter about a real item: all its materials came, and all that a pledge can name is pledged."""
    names = tuple(material.name for material in item.materials)
    late = tuple(material.name for material in item.materials if material.may_be_late)
    body = form.body
    if isinstance(body, ReceiptBody):
        body = replace(
            body, papers=tuple(ReceivedPaper(name=name, handed_in=True, copies=1) for name in names)
        )
    if isinstance(body, LeniencyBody):
        body = replace(body, materials=late)
    if isinstance(body, RefusalBody):
        body = replace(body, returned=names)
    if isinstance(body, EndingBody):
        body = replace(body, materials=names)
    return replace(
        form,
        regime=regime_of(item.item_type),
        item=item.name,
        item_code=item.code,
        legal_basis=item.guide.legal_basis,
        body=body,
    )


@pytest.mark.parametrize("kind", list(K))
@pytest.mark.parametrize("place", range(4), ids=PLACES)
def test_real_items_are_told_whole(renderer: PdfRenderer, kind: DocumentKind, place: int) -> None:
    item = real_items(with_late_materials=kind is K.LENIENCY)[place]
    pages = page_texts(renderer.render(_about(letter(kind), item)))
    copy = pages[: len(pages) // COPIES[kind]]
    whole = "".join(copy)
    assert "".join(item.name.split()) in whole
    for number, page in enumerate(copy, 1):
        assert f"第{number}页，共{len(copy)}页" in page
    for material in item.materials:
        if kind in (K.RECEIPT, K.REFUSAL, K.ENDING) or (kind is K.LENIENCY and material.may_be_late):
            assert "".join(material.name.split()) in whole
    assert "签收人" in copy[-1]


def test_a_long_list_repeats_its_head(renderer: PdfRenderer) -> None:
    papers = tuple(ReceivedPaper(name=f"第{n}号材料" + "及其附件" * 9, handed_in=True) for n in range(1, 61))
    pages = page_texts(renderer.render(replace(letter(K.RECEIPT), body=ReceiptBody(papers=papers))))
    copy = pages[: len(pages) // 2]
    assert len(copy) > 2
    for page in copy:
        assert ("序号材料名称已收" in page) == ("号材料及其附件" in page)
    assert all(sum(paper.name in page for page in copy) == 1 for paper in papers)
    assert "续页" in copy[1]


@pytest.mark.parametrize("count", range(15, 25))
def test_nobody_signs_a_page_that_says_nothing(renderer: PdfRenderer, count: int) -> None:
    papers = tuple(ReceivedPaper(name=f"第{n}号材料", handed_in=True) for n in range(count))
    pages = page_texts(renderer.render(replace(letter(K.RECEIPT), body=ReceiptBody(papers=papers))))
    assert all("合计：已收" in page for page in pages if "签收人" in page)
