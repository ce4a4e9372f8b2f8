from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.documents.renderer import PdfRenderer
from app.domain.catalogue import Material, Regime, regime_of
from app.domain.judgement import ShortcomingKind
from app.domain.notice import NoticeKind
from app.ports.documents import (
    ReplacedSlip,
    Sheet,
    SlipForm,
    SlipMaterial,
)
from tests.documents.forms import CONSULTATION, MATERIALS, SLIP
from tests.documents.paper import page_texts, text_of
from tests.documents.real_items import PLACES, real_items


def test_both_copies_say_the_same_and_name_their_destination(renderer: PdfRenderer) -> None:
    first, second = page_texts(renderer.render(SLIP))
    assert first.removesuffix("第一联存根") == second.removesuffix("第二联交申请人")
    assert first.endswith("第一联存根")
    assert second.endswith("第二联交申请人")


def test_every_fact_is_on_each_copy(renderer: PdfRenderer) -> None:
    for page in page_texts(renderer.render(SLIP)):
        for fact in (
            "青溪区政务服务中心 青溪区农业农村局 一次性告知单 （补正告知）",
            "编号：青溪农业农村告〔2026〕0027号 号票：G006 1号窗口 2026年3月18日10时24分",
            "申请人 张* 身份证件 居民身份证33**************24 代理人 未登记 联系电话 138****0621",
            "事项名称 动物诊疗许可证核发 编码与版本 IT031，2026年1月1日起施行版",
            "收到申请 2026年3月18日 告知期限 2026年3月25日（5个工作日内）",
            "1 动物诊疗场所使用权证明 信息不一致 租赁合同承租人与申请人不是同一人",
            "以申请人名义重新签订，或附变更协议 原件 1 1 产权人 与出租人变更合同 目录3项",
            "2 执业兽医师资格证书 缺少 原件核验后退回，复印件签名留存 原件、复印件 各1 0",
            "农业农村主管部门 本人持有，补交即可 目录5项",
            "以下2项已收齐，不必再交：动物诊疗许可证申请表；法定代表人（负责人）身份证明。",
            "办理条件 有固定的动物诊疗场所 补齐之后 受理，出具受理通知书；实地考查、审核，作出决定",
            "办理期限 法定20个工作日，承诺1个工作日 收费 不收费 容缺受理 本次各项不可容缺",
            "补交方式 窗口、邮寄 补交地点 1号窗口 办公时间 工作日8:30–12:00，13:30–17:00",
            "咨询电话 0000-0001 监督电话 0000-0002",
            "到“办不成事”反映窗口（二楼35号窗口）",
            "告知人：郑* 工号：0402 签名： 青溪区农业农村局 2026年3月18日 （印章）",
            "并收到本单一份。 签收人： 电话： 时间：",
            "一式两份：第一联存根，第二联交申请人 第1页，共1页",
        ):
            assert "".join(fact.split()) in page


def test_what_does_not_apply_is_named_apart_from_what_was_collected(renderer: PdfRenderer) -> None:
    apart = replace(SLIP, in_order=("申请表",), not_applicable=("授权委托书", "预告登记证明"))
    for page in page_texts(renderer.render(apart)):
        assert "以下1项已收齐，不必再交：申请表。" in page
        assert "以下2项不适用于本次申请，没有收取，也不必提交：授权委托书；预告登记证明。" in page
    assert "不适用" not in text_of(renderer.render(SLIP))
    consulted = text_of(renderer.render(replace(CONSULTATION, not_applicable=("授权委托书",))))
    assert "按你所说的情况，以下1项不需要提交：授权委托书。" in consulted


def test_a_licence_rests_on_article_32(renderer: PdfRenderer) -> None:
    text = text_of(renderer.render(SLIP))
    assert "依照《中华人民共和国行政许可法》第三十二条第一款第（四）项和《动物诊疗机构管理办法》" in text
    assert "全部内容一次告知如下，共2项。按本单提交全部补正材料的，依照同款第（五）项予以受理。" in text


def test_any_other_item_rests_on_its_own_basis_alone(renderer: PdfRenderer) -> None:
    other = replace(SLIP, regime=Regime.OTHER, tell_by=None)
    text = text_of(renderer.render(other))
    assert "依照《动物诊疗机构管理办法》，现将需要补正的全部内容一次告知如下" in text
    assert "行政许可法" not in text
    assert "予以受理" not in text
    assert "5个工作日" not in text
    with_limit = text_of(renderer.render(replace(other, tell_by=date(2026, 4, 1))))
    assert "告知期限2026年4月1日你（单位）" in with_limit
    assert "按照本事项的办事指南" in text_of(renderer.render(replace(other, legal_basis=())))


def test_a_consultation_starts_no_clock(renderer: PdfRenderer) -> None:
    text = text_of(renderer.render(CONSULTATION))
    assert "（咨询告知）" in text
    assert "咨询人张*" in text
    assert "不是受理凭证，不起算办理期限" in text
    assert "待准备" in text
    for absent in ("第三十二条", "告知期限", "收到申请", "已交份数", "5个工作日"):
        assert absent not in text


def test_a_consultation_with_everything_ready_says_so(renderer: PdfRenderer) -> None:
    text = text_of(renderer.render(replace(CONSULTATION, materials=())))
    assert "申请材料已经备齐，可以提出申请" in text
    assert "以下2项你已备好" in text
    assert "序号" not in text


def test_a_provisional_last_day_is_called_so(renderer: PdfRenderer) -> None:
    form = replace(SLIP, tell_by=date(2027, 1, 6), tell_by_provisional=True)
    assert "告知期限预计2027年1月6日" in text_of(renderer.render(form))


def test_what_the_guide_does_not_say_stays_unknown(renderer: PdfRenderer) -> None:
    form = SlipForm(
        kind=CONSULTATION.kind,
        regime=Regime.OTHER,
        number="1",
        hall="厅",
        authority="局",
        issued_at=SLIP.issued_at,
        item="申领居住证",
        item_code="IT004",
        materials=(SlipMaterial(name="居住地址证明材料"),),
        told_by="郑*",
        staff_number="0402",
    )
    text = text_of(renderer.render(form))
    assert "1居住地址证明材料待准备——————" in text
    assert "表中“—”表示办事指南未列明。" in text
    assert "办理条件办事指南未列办理步骤办事指南未列办理期限办事指南未列收费办事指南未列收费" in text
    assert "容缺受理办事指南未列可容缺材料" in text
    assert "咨询人未登记身份证件未登记代理人未登记联系电话未登记" in text


def test_the_dash_is_explained_only_where_it_stands(renderer: PdfRenderer) -> None:
    assert "表中“—”" not in text_of(renderer.render(SLIP))


@pytest.mark.parametrize(
    ("statutory", "promised", "words"),
    [
        (20, 0, "法定20个工作日，承诺当日办结"),
        (None, Decimal("0.125"), "承诺1/8个工作日，法定时限办事指南未列"),
        (5, None, "法定5个工作日，承诺时限办事指南未列"),
    ],
)
def test_time_limits(
    renderer: PdfRenderer, statutory: int | None, promised: int | Decimal | None, words: str
) -> None:
    form = replace(SLIP, statutory_days=statutory, promised_days=promised)
    assert words in text_of(renderer.render(form))


def test_what_may_follow_later_is_named_by_row(renderer: PdfRenderer) -> None:
    form = replace(SLIP, materials=(MATERIALS[0], replace(MATERIALS[1], may_be_late=True)))
    assert "容缺受理第2项可容缺" in text_of(renderer.render(form))


def test_a_fee_names_its_basis(renderer: PdfRenderer) -> None:
    form = replace(SLIP, fee="工本费 20 元", fee_basis="发改价格规〔2019〕1931 号")
    assert "收费工本费20元（依据：发改价格规〔2019〕1931号）" in text_of(renderer.render(form))


def test_a_slip_that_replaces_another_names_it_and_what_is_new(renderer: PdfRenderer) -> None:
    replaced = ReplacedSlip(
        number="告0021号",
        issued_on=date(2026, 3, 10),
        reason="经营场所变更",
        changes=("补交地点改为 1 号窗口",),
    )
    form = replace(SLIP, materials=(MATERIALS[0], replace(MATERIALS[1], is_new=True)), replaces=replaced)
    text = text_of(renderer.render(form))
    assert "本单替代2026年3月10日《一次性告知单》（告0021号），原单不再使用。替代原因：经营场所变更。" in text
    assert "新增：第2项（表中标“新增”）。另有变化：补交地点改为1号窗口。" in text
    assert "2新增执业兽医师资格证书" in text
    nothing_new = replace(SLIP, replaces=ReplacedSlip(number="告0021号", issued_on=date(2026, 3, 10)))
    assert "没有新增内容" in text_of(renderer.render(nothing_new))


def test_a_preview_says_so_and_has_no_number(renderer: PdfRenderer) -> None:
    text = text_of(renderer.render(replace(SLIP, number=None, qr="")))
    assert "编号：预览，不编号" in text
    assert text.startswith("预览")
    assert "0027" not in text
    assert "预览" not in text_of(renderer.render(SLIP))


@pytest.mark.parametrize("sheet", list(Sheet))
def test_a_long_list_runs_on_with_its_head_and_loses_nothing(renderer: PdfRenderer, sheet: Sheet) -> None:
    materials = tuple(
        SlipMaterial(
            name=f"第{number}号"
            + "经公证的译文（包括原件、复印件以及授权委托书）、" * (1 + number % 7)
            + f"终{number}",
            shortcoming=ShortcomingKind.OTHER,
            detail=f"说明{number}",
        )
        for number in range(1, 41)
    )
    pages = page_texts(renderer.render(replace(SLIP, sheet=sheet, materials=materials)))
    copy = pages[: len(pages) // 2]
    assert len(copy) > 10
    for number, page in enumerate(copy, 1):
        assert f"第{number}页，共{len(copy)}页" in page
        assert "编号：青溪农业农村告〔2026〕0027号" in page
        assert ("序号材料名称存在问题" in page) == any(f"说明{row}" in page for row in range(1, 41))
    for row in materials:
        assert sum(row.name in page for page in copy) == 1
    assert "签收人" in copy[-1]
    assert "咨询电话" in copy[-1]


def test_a_row_higher_than_a_page_is_continued(renderer: PdfRenderer) -> None:
    words = "".join(chr(0x4E00 + number) for number in range(900))
    monster = replace(MATERIALS[0], name=words)
    pages = page_texts(renderer.render(replace(SLIP, materials=(monster, MATERIALS[1]))))
    copy = "".join(pages[: len(pages) // 2])
    assert len(pages) > 4  # three pages and more for each copy
    assert set(words) <= set(copy)
    assert MATERIALS[1].name in copy


def test_very_long_facts_are_not_cut(renderer: PdfRenderer) -> None:
    words = "".join(f"条件{number}；" for number in range(600))
    form = replace(SLIP, sheet=Sheet.A5, conditions=words, authority="某某局" * 12, in_order=(words,))
    text = text_of(renderer.render(form))
    assert text.count("条件599；") == 4  # twice on each copy
    assert "签收人" in text


def test_english_is_complete(english: PdfRenderer) -> None:
    text = text_of(english.render(SLIP))
    assert "article32(1)(4)oftheAdministrativeLicensingLaw" in text
    assert "bylaw20workingdays,promised1workingday" in text
    assert "paper." not in text


def test_a_slip_cannot_contradict_its_kind() -> None:
    with pytest.raises(ValueError, match="at least one material"):
        replace(SLIP, materials=())
    with pytest.raises(ValueError, match="what is wrong"):
        replace(SLIP, materials=(SlipMaterial(name="申请表"),))
    with pytest.raises(ValueError, match="starts no clock"):
        replace(CONSULTATION, tell_by=date(2026, 3, 25))
    with pytest.raises(ValueError, match="needs a text"):
        SlipMaterial(name="申请表", shortcoming=ShortcomingKind.OTHER)


@pytest.mark.parametrize("slip", [SLIP, CONSULTATION], ids=["supplement", "consultation"])
@pytest.mark.parametrize("place", range(4), ids=PLACES)
def test_real_items_are_told_whole(renderer: PdfRenderer, place: int, slip: SlipForm) -> None:
    item = real_items()[place]
    missing = None if slip.kind is NoticeKind.CONSULTATION else ShortcomingKind.MISSING
    form = replace(
        slip,
        regime=regime_of(item.item_type),
        item=item.name,
        item_code=item.code,
        legal_basis=item.guide.legal_basis,
        materials=tuple(_row(material, missing) for material in item.materials),
        in_order=(),
        conditions=item.guide.conditions,
        steps=item.guide.steps,
        fee=item.guide.fee,
        hours=item.guide.hours,
        place=item.guide.place,
    )
    pages = page_texts(renderer.render(form))
    copy = pages[: len(pages) // 2]
    whole = "".join(copy)
    for name in (item.name, *(material.name for material in item.materials)):
        assert "".join(name.split()) in whole
    for number, page in enumerate(copy, 1):
        assert f"第{number}页，共{len(copy)}页" in page
    assert ("行政许可法" in whole) == (regime_of(item.item_type) is Regime.LICENCE and missing is not None)


def _row(material: Material, shortcoming: ShortcomingKind | None) -> SlipMaterial:
    return SlipMaterial(
        name=material.name,
        shortcoming=shortcoming,
        requirement=material.note,
        copies_due=material.copies,
        issued_by=material.issuer,
        how_to_get=material.source,
        listed_as=material.number,
        may_be_late=material.may_be_late,
    )
