"""The gallery's guide desk."""

from datetime import timedelta

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.clock import ClockGap
from app.ports.change_feed import Touch
from tests.ui.gallery_parts import ALIGN_RIGHT, MATERIALS, WORDS, clock, right, wait
from ui.models import Cell, Column, RowsModel
from ui.shell import Connection, Navigation, Place, StationWindow
from ui.theme import Status, Tone, Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, CardFoot, Panel, SectionHead
from ui.widgets.chip import Chip
from ui.widgets.chip_choice import ChipChoice
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.empty_state import EmptyState
from ui.widgets.entry_list import Entry, EntryList
from ui.widgets.inputs import Field
from ui.widgets.keycap import KeyCap
from ui.widgets.layouts import column, row
from ui.widgets.row_parts import Tag
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.search_box import SearchBox
from ui.widgets.side_column import SideColumn
from ui.widgets.table import RowsTable
from ui.widgets.text import NameText, Text
from ui.widgets.tick_row import TickRow


def guide() -> StationWindow:
    """The guide desk with an item picked."""
    window = StationWindow(WORDS, clock())
    window.header.show_station("导办台 1", "东门大厅")
    places = Navigation(
        [
            Place("issue", "取号", "ticket"),
            Place("check_in", "预约签到", "calendar-check", "F2"),
            Place("scan", "扫码查件", "qr-code", "F3"),
            Place("exception", "登记例外", "flag", "F10"),
        ]
    )
    places.show_place("issue")
    window.header.left.put(places)
    window.header.show_user("周*·导办")
    window.show_connection(Connection(Touch.CONNECTED))
    window.show_clock(ClockGap(timedelta(seconds=0.2), timedelta()))
    body = QWidget()
    line = row(body, gap=12)
    line.addWidget(_guide_left())
    line.addWidget(_guide_middle(), 1)
    line.addWidget(_guide_right())
    window.set_body(body)
    return window


def _guide_left() -> SideColumn:
    search = SearchBox(WORDS, "事项、拼音、首字母或编码")
    search.edit.setText("bdc")
    search.show_way_back(True)
    found = Card()
    results = EntryList()
    results.show_entries(
        [
            Entry("head1", "按名称与部门·2 项", head=True),
            Entry(
                "1",
                "国有建设用地使用权及房屋所有权登记（转移登记）",
                "不动产登记/规划自然资源　承诺件 2 日",
                highlight="不动产",
            ),
            Entry("2", "在建工程抵押权登记", "不动产登记/规划自然资源　承诺件 3 日", highlight="不动产"),
            Entry("head2", "本台今日常取", trailing="次数", head=True),
            *(
                Entry(name, name, trailing=count)
                for name, count in (("居民身份证换、补领", "14"), ("社会保障卡申领", "11"))
            ),
            Entry("head3", "今天到期 2", head=True, tone="warn", icon="clock-fill"),
            Entry(
                "9", "先前就医关系没有撤销", "医保　未交办", lead="今天 17:00 前联系本人", lead_tone="warn"
            ),
        ]
    )
    results.select("1")
    found.body.addWidget(results, 1)
    side = SideColumn(312)
    side.body.put(search)
    side.body.addWidget(found, 1)
    return side


def _guide_middle() -> Card:
    card = Card()
    head = Panel(bottom=True, gap=8)
    head.body.put(NameText("国有建设用地使用权及房屋所有权登记（转移登记）", Type.TITLE, bold=True))
    situations = Panel(bottom=True)
    situations.body.put(
        row().put(Text("情形", bold=True), None, KeyCap("Alt"), Text("+ 数字", Type.CAPTION, "text2"))
    )
    chips = ChipChoice()
    names = "一手商品房 存量房买卖（行政、国企、事业单位） 房改房 经济适用房 非公证继承 公证继承"
    names += " 二手房赠与 离婚析产 拍卖 带押过户"
    chips.show_options([Option(name, name) for name in names.split()], "二手房赠与")
    situations.body.put(chips)
    check = SectionHead("材料预检", trailing=Chip("已带 4 / 6，缺 2 项", Tone.WARN, "warning-circle-fill"))
    page = Panel(margins=(0, 0, 0, 0), gap=0)
    page.body.put(situations, check)
    card.body.put(head)
    for number, (name, _, status) in enumerate(MATERIALS, 1):
        tags = [Tag("可容缺")] if number == 6 else []
        item = TickRow(WORDS, number, name, [("原件 1 份", 84), ("电子证照可免提交", 124)], tags=tags)
        item.show_held(status is Status.COMPLETE, Status.MISSING)
        page.body.put(item)
    person = Panel()
    priority = SegmentedChoice(
        [Option(name, name) for name in ("普通", "残疾人", "军人", "孕妇", "70 岁以上")]
    )
    priority.show_value("普通")
    name, number = QLineEdit("张*"), QLineEdit("33**************24")
    fields = row(gap=8).put(
        Field("姓名", name), Field("证件号码", number), Field("手机", QLineEdit("138****0621"))
    )
    person.body.put(row().put(Text("来办人", bold=True), None), priority)
    person.body.put(fields)
    page.body.put(person, None)
    card.body.addWidget(ScrollPage(page), 1)
    foot = CardFoot()
    issue = ActionButton("取号并打印", icon="ticket", key="Enter", kind=Kind.PRIMARY, size=Size.BIG)
    issue.setObjectName("focused")
    wait = column().put(
        right(Text("A 队列前面 8 人", Type.DETAIL)), right(Text("约等 25–35 分钟", Type.DETAIL))
    )
    slip = ActionButton(
        "只打咨询告知单",
        icon="printer",
        key="F9",
        detail="缺 2 项，补齐再来，不排队",
        kind=Kind.WARN,
        size=Size.BIG,
    )
    foot.body.put(slip, None, wait, 8, issue)
    card.body.put(foot)
    return card


def _guide_right() -> SideColumn:
    table = RowsTable(
        RowsModel(
            [
                Column("名称", lambda line: Cell(line[1], bold=line[0] == "A", badge=line[0])),
                Column("等候", lambda line: Cell(line[2]), ALIGN_RIGHT),
                Column("预计（分）", wait, ALIGN_RIGHT),
            ],
            lambda line: line[0],
        ),
        [0, 60, 84],
        row_height=30,
    )
    model = table.model()
    assert isinstance(model, RowsModel)
    model.set_rows(
        [("A", "不动产", "8", "25–35"), ("B", "市场监管", "4", "10–15"), ("C", "公安户籍", "12", "40–55")]
    )
    table.select("A")
    table.setFixedHeight(124)
    lines = Card()
    lines.body.put(
        SectionHead("队列", trailing=Chip("实时", Tone.OK, "circle-fill", boxed=False), ruled=False), table
    )
    recent = Card()
    recent.body.put(SectionHead("刚取的号", trailing="今日 76 张"))
    recent.body.addWidget(EmptyState("ticket", "今天还没有取号", "取的第一张号会出现在这里"), 1)
    side = SideColumn(296)
    side.body.put(lines)
    side.body.addWidget(recent, 1)
    return side
