"""The reminder to a department on paper: two copies, of the shortest and the longest that there is to say."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.documents.renderer import PdfRenderer
from app.domain.reminder import COPIES
from app.ports.documents import AboutKind, DueDay, ReminderAbout, ReminderForm
from tests.documents.forms import HALL_TIME
from tests.documents.paper import page_texts, text_of
from tests.documents.real_items import PLACES, real_items
from tests.documents.scanned import scanned

REMINDER = ReminderForm(
    number="政务办催〔2026〕0007号",
    hall="青溪区政务服务中心",
    issued_at=datetime(2026, 3, 23, 16, 5, tzinfo=HALL_TIME),
    department="青溪区农业农村局",
    about=ReminderAbout(
        kind=AboutKind.CASE,
        number="IT031-2026-00041",
        item="动物诊疗许可证核发",
        due=DueDay(day=date(2026, 3, 20)),
    ),
    finding="办件超过法定期限未作出决定",
    rule="《中华人民共和国行政许可法》第四十二条",
    put_right_by=date(2026, 3, 26),
    phone="0000-0002",
    handled_by="李*",
    staff_number="0002",
    qr="yici:reminder/0190a7b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b",
)


def test_both_copies_say_everything(renderer: PdfRenderer) -> None:
    pdf = renderer.render(REMINDER)
    pages = page_texts(pdf)
    assert len(pages) == COPIES
    for page in pages:
        for words in (
            "青溪区政务服务中心政务服务管理办公室",
            "政务服务催办单",
            "编号：政务办催〔2026〕0007号2026年3月23日16时05分",
            "青溪区农业农村局：",
            "于2026年3月26日（含当日）前整改到位，并将整改情况书面反馈我办。",
            "办件编号IT031-2026-00041办理期限2026年3月20日",
            "事项名称动物诊疗许可证核发",
            "存在问题办件超过法定期限未作出决定",
            "依据《中华人民共和国行政许可法》第四十二条",
            "整改期限2026年3月26日联系电话0000-0002",
            "整改情况（由单位填写）",
            "承办人：李*工号：0002签名：政务服务管理办公室2026年3月23日（印章）",
            "本单位已收到本催办单一份：",
            "一式两份：第一联存根，第二联交被催办单位",
        ):
            assert words in page, words
    assert [page.endswith(end) for page, end in zip(pages, ("第一联存根", "第二联交被催办单位"), strict=True)] == [
        True, True,
    ]  # fmt: skip
    assert scanned(pdf) == REMINDER.qr


def test_in_the_offices_own_words_it_is_about_no_case(renderer: PdfRenderer) -> None:
    text = text_of(renderer.render(replace(REMINDER, about=None, phone=None)))
    assert "办件编号" not in text
    assert "办理期限" not in text
    assert "联系电话未登记" in text


def test_about_an_exception_without_an_item(renderer: PdfRenderer) -> None:
    about = ReminderAbout(
        kind=AboutKind.EXCEPTION,
        number="例外〔2026〕0041",
        due=DueDay(day=date(2027, 1, 8), provisional=True),
    )
    text = text_of(renderer.render(replace(REMINDER, about=about)))
    assert "例外事项例外〔2026〕0041办理期限预计2027年1月8日（工作日安排尚未公布）" in text
    assert "事项名称" not in text


@pytest.mark.parametrize("place", range(4), ids=PLACES)
def test_real_items_are_told_whole(renderer: PdfRenderer, place: int) -> None:
    item = real_items()[place]
    assert REMINDER.about is not None
    about = replace(REMINDER.about, item=item.name)
    pages = page_texts(renderer.render(replace(REMINDER, about=about, finding=item.name, rule="法")))
    assert len(pages) == COPIES
    assert pages[0].count("".join(item.name.split())) == 2


def test_a_long_finding_runs_on_and_is_signed_where_something_is_said(renderer: PdfRenderer) -> None:
    finding = "".join(f"第{n}项问题逾期未办。" for n in range(400))
    pages = page_texts(renderer.render(replace(REMINDER, finding=finding)))
    copy = pages[: len(pages) // 2]
    assert len(copy) > 1
    assert "".join(copy).count("项问题逾期未办") == 400
    assert "整改情况" in copy[-1]
    assert "签收人" in copy[-1]


def test_english_is_complete(english: PdfRenderer) -> None:
    text = text_of(english.render(REMINDER))
    assert "reminder." not in text
    assert "paper." not in text


def test_the_same_reminder_gives_the_same_bytes(renderer: PdfRenderer) -> None:
    assert renderer.render(REMINDER) == renderer.render(REMINDER)
