"""The record of an exception case on paper: all that is known, and room for what is written in."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.documents.renderer import PdfRenderer
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel, Rung
from app.ports.documents import ExceptionForm, Given, RecordedStep, Rectifying
from tests.documents.forms import HALL_TIME
from tests.documents.paper import page_texts, text_of
from tests.documents.scanned import scanned

_A = ExceptionAction


def _step(action: ExceptionAction, day: int, text: str) -> RecordedStep:
    at = datetime(2026, 3, day, 10, 2, tzinfo=HALL_TIME)
    return RecordedStep(action=action, at=at, by="郑*", staff_number="0402", text=text)


RECORD = ExceptionForm(
    number="例外〔2026〕0041",
    hall="青溪区政务服务中心",
    issued_at=datetime(2026, 3, 23, 16, 5, tzinfo=HALL_TIME),
    state=ExceptionState.FOLLOWED_UP,
    registered_at=datetime(2026, 3, 18, 10, 2, tzinfo=HALL_TIME),
    channel=Channel.GUIDE_DESK,
    category=ExceptionCategory.INCONSISTENT_PAPERS,
    level=ExceptionLevel.ORDINARY,
    person="张*",
    phone="138****0621",
    item="国有建设用地使用权及房屋所有权登记",
    item_code="IT008",
    counter="2",
    trips=2,
    ticket_number="A002",
    notice_number="青溪自然资源告〔2026〕0001号",
    summary="两家单位开的地址证明不一致",
    wish="给一个统一的地址",
    judgement="涉及两个部门",
    department="青溪区自然资源局",
    handler="何*",
    assigned_on=date(2026, 3, 19),
    due=date(2026, 3, 25),
    measures=("已联系当事人", "公安分局同意以户籍地址为准"),
    answer="按户籍地址办理",
    follow_up="问题已解决",
    satisfied=True,
    steps=(_step(_A.OPEN, 18, "两家单位开的地址证明不一致"), _step(_A.ANSWER, 20, "按户籍地址办理")),
    handled_by="李*",
    staff_number="0002",
    qr="yici:exception/0190a7b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b",
)


def test_it_says_everything_in_one_copy(renderer: PdfRenderer) -> None:
    pdf = renderer.render(RECORD)
    (page,) = page_texts(pdf)
    for words in (
        "例外事项登记表",
        "编号：例外〔2026〕0041状态：回访2026年3月23日16时05分",
        "反映渠道导办台登记时间2026年3月18日10时02分反映人张*联系电话138****0621",
        "事项名称国有建设用地使用权及房屋所有权登记（IT008）涉及窗口2号窗口已跑次数2次",
        "号票A002告知单编号青溪自然资源告〔2026〕0001号",
        "反映问题两家单位开的地址证明不一致诉求给一个统一的地址类别证件信息不一致难易一般",
        "研判意见涉及两个部门承办单位青溪区自然资源局承办人何*交办日期2026年3月19日办结期限2026年3月25日",
        "处置措施已联系当事人；公安分局同意以户籍地址为准",
        "结果答复按户籍地址办理回访评价满意；问题已解决",
        "2026年3月18日10时02分登记郑*（0402）两家单位开的地址证明不一致",
        "承办人：李*工号：0002",
        "反映人确认以上登记属实：",
    ):
        assert words in page, words
    assert page.endswith("存档")
    assert scanned(pdf) == RECORD.qr


@pytest.mark.parametrize("length", range(500, 1000, 120))
def test_nobody_signs_a_page_that_says_nothing(renderer: PdfRenderer, length: int) -> None:
    pages = page_texts(renderer.render(replace(RECORD, summary="某" * length)))
    assert sum(page.count("某") for page in pages) == length
    assert all("反馈郑*" in page for page in pages if "反映人确认" in page)


def test_what_is_not_known_stays_open(renderer: PdfRenderer) -> None:
    bare = replace(
        RECORD, person=None, phone=None, item=None, counter=None, trips=0, ticket_number=None,
        notice_number=None, wish="", judgement="", department=None, handler=None, assigned_on=None,
        due_provisional=True, measures=(), answer="", follow_up="", satisfied=None, steps=RECORD.steps[:1],
        handled_by="", staff_number="",
    )  # fmt: skip
    text = text_of(renderer.render(bare))
    assert "承办人：" not in text, "nobody was given it: nobody's name stands where the handler signs"
    for words in (
        "反映人未具名联系电话未登记",
        "涉及窗口未登记已跑次数未登记",
        "原因研判意见承办单位办不成事反映窗口承办人交办日期",
        "预计2026年3月25日（工作日安排尚未公布）",
        "延期协办未登记督办级别承办人处置措施依据结果答复回访评价附件未登记问题分组整改",
    ):
        assert words in text, words


def test_what_working_on_it_added_is_told(renderer: PdfRenderer) -> None:
    warned = replace(_step(_A.WARN, 24, ""), by=None, staff_number=None)
    worked_on = replace(
        RECORD, extended_to=date(2026, 4, 1), extension="等省平台", parts=("人力社保 朱*：档案一致",),
        rung=Rung.SUPERVISION, basis="税收征管法第三条", attachments=("房产证首页.png",), category_name="证件打架",
        case_number="青溪自然资源受〔2026〕0007号", steps=(*RECORD.steps, warned),
    )  # fmt: skip
    text = text_of(renderer.render(worked_on))
    for words in (
        "关联办件青溪自然资源受〔2026〕0007号",
        "类别证件打架",
        "延期延至2026年4月1日。等省平台",
        "协办人力社保朱*：档案一致",
        "督办级别政务办",
        "依据税收征管法第三条",
        "附件房产证首页.png",
        "预警按规则",
    ):
        assert words in text, words


def test_what_it_has_in_common_with_others_and_to_whom_it_was_given_is_told(renderer: PdfRenderer) -> None:
    given = Given(department="税务", handler="谢*", due=date(2026, 3, 24))
    assigned = replace(_step(_A.ASSIGN, 19, "请当天联系"), given=given)
    rectification = Rectifying(measure="换证书", unit="税务", due=date(2026, 4, 1), proof="20 张卡都能刷")
    grouped = replace(
        RECORD,
        group="同因〔2026〕0003",
        cause="刷卡机证书过期",
        rectification=rectification,
        steps=(assigned,),
    )
    text = text_of(renderer.render(grouped))
    for words in (
        "原因刷卡机证书过期",
        "问题分组同因〔2026〕0003",
        "整改税务：换证书，2026年4月1日前完成；佐证：20张卡都能刷",
        "交税务谢*，2026年3月24日前办结请当天联系",
    ):
        assert words in text, words


def test_a_long_story_runs_on_with_its_head(renderer: PdfRenderer) -> None:
    steps = tuple(_step(_A.NOTE, 1 + n % 28, f"第{n}次联系") for n in range(80))
    pages = page_texts(renderer.render(replace(RECORD, summary="多次" * 300, steps=steps)))
    assert len(pages) > 2
    assert all(sum(step.text in page for page in pages) == 1 for step in steps)
    assert all("时间环节经办人说明" in page for page in pages if "次联系" in page)


@pytest.mark.parametrize("length", range(20, 60))
def test_the_end_of_a_story_longer_than_a_page_stands_with_the_signatures(
    renderer: PdfRenderer, length: int
) -> None:
    steps = tuple(_step(_A.NOTE, 1 + n % 28, f"第{n}次联系") for n in range(length))
    *_, last = page_texts(renderer.render(replace(RECORD, steps=steps)))
    assert "反映人确认" in last
    assert f"第{length - 1}次联系" in last


def test_so_does_the_end_of_a_step_longer_than_a_page(renderer: PdfRenderer) -> None:
    for length in range(900, 2400, 60):
        steps = (*RECORD.steps, _step(_A.NOTE, 20, "某" * length))
        pages = page_texts(renderer.render(replace(RECORD, steps=steps)))
        assert sum(page.count("某") for page in pages) == length
        assert "某" in next(page for page in pages if "反映人确认" in page), length


def test_english_is_complete(english: PdfRenderer) -> None:
    text = text_of(english.render(RECORD))
    assert "record." not in text
    assert "paper." not in text


def test_the_same_record_gives_the_same_bytes(renderer: PdfRenderer) -> None:
    assert renderer.render(RECORD) == renderer.render(RECORD)
