from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.documents.renderer import PdfRenderer
from app.ports.documents import MissedCallRule, Roll, TicketErrand, TicketMaterial
from tests.documents.forms import TICKET
from tests.documents.paper import text_of
from tests.documents.real_items import PLACES, real_items

POINTS_PER_MM = 72 / 25.4


def test_it_says_everything(renderer: PdfRenderer) -> None:
    text = text_of(renderer.render(TICKET))
    for fact in (
        "青溪区政务服务中心3月18日09:24",
        "A023",
        "不动产登记，2–4号窗口张*",
        "前面8人约等25–35分钟",
        "今天办2件，依次办理",
        "1国有建设用地使用权及房屋所有权登记，二手房赠与",
        "2购买自住住房提取住房公积金办完第1件转19、20号窗口",
        "第1件请先备好粗体1项还缺",
        "不动产登记申请书赠与声明书",
        "叫号3次未到算过号，顺延10分钟；再过号，请到导办台恢复。",
        "2026年3月18日09时24分出号",
    ):
        assert fact in text


@pytest.mark.parametrize(("roll", "width"), [(Roll.MM80, 80), (Roll.MM58, 58)])
def test_it_is_as_wide_as_the_roll_and_as_high_as_its_text(
    renderer: PdfRenderer, roll: Roll, width: int
) -> None:
    short = replace(TICKET, roll=roll, errands=TICKET.errands[:1], materials=())
    pages = [PdfReader(BytesIO(renderer.render(form))).pages for form in (replace(TICKET, roll=roll), short)]
    assert [len(one) for one in pages] == [1, 1]
    for one in pages:
        assert float(one[0].mediabox.width) == pytest.approx(width * POINTS_PER_MM, abs=0.01)
    assert pages[0][0].mediabox.height > pages[1][0].mediabox.height


def test_what_is_unknown_is_left_out(renderer: PdfRenderer) -> None:
    form = replace(
        TICKET,
        people_ahead=None,
        wait_minutes=None,
        person=None,
        counters=(),
        materials=(),
        errands=TICKET.errands[:1],
    )
    text = text_of(renderer.render(form))
    for absent in ("前面", "约等", "张*", "None", "号窗口"):
        assert absent not in text
    assert "所需材料见办事指南" in text


def test_missing_materials_are_bold(renderer: PdfRenderer) -> None:
    fonts: dict[str, str] = {}

    def note(text: str, _cm: object, _tm: object, font: dict[str, str] | None, _size: object) -> None:
        if font:
            fonts[text.strip()] = font["/BaseFont"]

    PdfReader(BytesIO(renderer.render(TICKET))).pages[0].extract_text(visitor_text=note)
    assert fonts["赠与声明书"].endswith("Bold")
    assert fonts["不动产登记申请书"].endswith("Regular")


def test_long_lists_are_printed_whole_on_one_long_page(renderer: PdfRenderer) -> None:
    materials = tuple(TicketMaterial(name=f"材料{number}号", missing=number > 18) for number in range(1, 61))
    errands = tuple(TicketErrand(item=f"事项{number}号") for number in range(1, 21))
    pdf = renderer.render(replace(TICKET, materials=materials, errands=errands))
    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    text = text_of(pdf)
    assert [number for number in range(1, 61) if f"材料{number}号" in text] == [*range(1, 61)]
    assert [number for number in range(1, 21) if f"事项{number}号" in text] == [*range(1, 21)]


@pytest.mark.parametrize("roll", list(Roll))
def test_long_names_and_numbers_are_not_cut(renderer: PdfRenderer, roll: Roll) -> None:
    name = "监护人、近亲属代为办理的：委托人、代办人的合法有效身份证明原件及复印件、本人居住证相片回执" * 2
    form = replace(
        TICKET,
        roll=roll,
        number="XYZ12345",
        hall="青溪区政务服务中心（市民之家）东区分中心一楼大厅",
        person="欧阳**",
        materials=(TicketMaterial(name=name, missing=True),),
    )
    text = text_of(renderer.render(form))
    for words in (name, "XYZ12345", form.hall, "欧阳**"):
        assert words in text


@pytest.mark.parametrize(
    ("misses", "words"), [(1, "号票停用，请到导办台恢复"), (3, "顺延10分钟；过号3次，请到导办台恢复")]
)
def test_the_rule_for_missed_calls_is_the_halls(renderer: PdfRenderer, misses: int, words: str) -> None:
    rule = MissedCallRule(calls=3, setback_minutes=10, misses=misses)
    assert words in text_of(renderer.render(replace(TICKET, rule=rule)))


def test_a_test_ticket_says_that_it_is_never_called(renderer: PdfRenderer) -> None:
    assert "测试号，不叫号" in text_of(renderer.render(replace(TICKET, test=True)))
    assert "测试号" not in text_of(renderer.render(TICKET))


def test_english_is_complete(english: PdfRenderer) -> None:
    text = text_of(english.render(TICKET))
    assert "2errandstoday,inthisorder" in text
    assert "paper." not in text


def test_a_ticket_is_for_something() -> None:
    with pytest.raises(ValueError, match="at least one errand"):
        replace(TICKET, errands=())


@pytest.mark.parametrize("roll", list(Roll))
@pytest.mark.parametrize("place", range(4), ids=PLACES)
def test_real_items_are_named_whole(renderer: PdfRenderer, place: int, roll: Roll) -> None:
    item = real_items()[place]
    form = replace(
        TICKET,
        roll=roll,
        errands=(TicketErrand(item=item.name, counters=("2",)),),
        materials=tuple(TicketMaterial(name=material.name, missing=True) for material in item.materials),
    )
    pdf = renderer.render(form)
    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    text = text_of(pdf)
    for name in (item.name, *(material.name for material in item.materials)):
        assert "".join(name.split()) in text
