"""Every widget in the situations of the mockups, to be looked at: ``python -m tests.ui.gallery FOLDER``.

People, numbers and places in it are invented.
"""

import argparse
import os
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.domain.clock import ClockGap
from app.domain.message import Message
from app.ports.change_feed import Touch
from app.texts import Texts
from ui.dialogs.reason import ReasonDialog
from ui.models import Cell, Column, RowsModel
from ui.shell import Connection, Fact, HallClock, Navigation, Place, Preferences, StationWindow, status_fact
from ui.theme import DARK, LIGHT, Look, Status, Tone, Type, active, load_fonts
from ui.widgets.banner import Banner
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, CardFoot, Panel, Rule, SectionHead
from ui.widgets.chip import Chip, LineBadge, StatusChip
from ui.widgets.chip_choice import ChipChoice
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.empty_state import EmptyState
from ui.widgets.entry_list import Entry, EntryList
from ui.widgets.fkeybar import FKey
from ui.widgets.focus_ring import FocusRing
from ui.widgets.inputs import Field, IconField
from ui.widgets.keycap import KeyCap
from ui.widgets.layouts import column, row
from ui.widgets.material_row import MaterialRow
from ui.widgets.progress import ProgressHint
from ui.widgets.row_parts import Tag
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.search_box import SearchBox
from ui.widgets.side_column import SideColumn
from ui.widgets.stepper import Stepper
from ui.widgets.story import Moment, Story, StoryEntry
from ui.widgets.table import RowsTable
from ui.widgets.text import Figure, NameText, Text
from ui.widgets.tick_row import TickRow
from ui.widgets.timer_label import TimerLabel

WORDS = Texts("zh")
NOW = datetime(2026, 3, 18, 10, 6, tzinfo=timezone(timedelta(hours=8)))
KEYS = (
    ("F2", "呼叫下一位"),
    ("F3", "重呼"),
    ("F4", "开始"),
    ("F5", "办结"),
    ("F6", "过号"),
    ("F7", "挂起"),
    ("F8", "转办"),
    ("F9", "告知单"),
    ("F10", "例外"),
    ("F12", "暂停"),
)
MATERIALS = (
    ("不动产登记申请书", "原件 1 份，含询问记录", Status.COMPLETE),
    ("申请人身份证明材料", "原件 1 份，电子证照可免提交", Status.COMPLETE),
    ("中华人民共和国不动产权证书", "原件 1 份，电子证照可免提交", Status.COMPLETE),
    ("亲属关系户口本或亲属关系证明", "原件 1 份", Status.WRONG),
    ("赠与声明书", "原件 1 份", Status.MISSING),
    ("税费申报（减免）材料", "原件 1 份", Status.COMPLETE),
)


def counter() -> StationWindow:
    """The counter while it serves."""
    window = StationWindow(WORDS, _clock(), fkeys=[FKey(key, key, text) for key, text in KEYS])
    header = window.header
    header.show_station("3 号窗口", "不动产登记")
    header.left.put(StatusChip(Status.SERVING, WORDS))
    header.show_facts(status_fact(Status.CONNECTED, "数据库已连接"), Fact("A023 已播报 2 次", "speaker-high"))
    header.right.put(
        Rule(), ActionButton("收成小条", icon="arrows-in-line-vertical", size=Size.INLINE), Rule()
    )
    header.show_user("陈*·工号 0317")
    assert window.fkeys is not None
    window.fkeys.show_state({"F5", "F7", "F8", "F9", "F10", "F12"}, "F9")
    window.status_line.show_left(Fact("快捷键只在本窗口有效"))
    window.status_line.show_right(
        status_fact(Status.CONNECTED, "告知单打印机就绪"), status_fact(Status.CONNECTED, "窗口屏已同步")
    )
    body = QWidget()
    line = row(body, gap=12)
    line.addWidget(_counter_left())
    line.addWidget(_counter_middle(), 1)
    line.addWidget(_counter_right())
    window.set_body(body)
    return window


def _counter_left() -> SideColumn:
    call = Card(padded=True, gap=10)
    timer = TimerLabel(lambda: NOW + timedelta(minutes=6, seconds=42))
    timer.start(NOW)
    beside = column(gap=2).put(None, _right(Text("办理用时", Type.CAPTION, "text2")), timer)
    call.body.put(row().put(Figure("A023", Type.NUMBER), None, beside))
    call.body.put(
        ActionButton("出一次性告知单", icon="file-text", key="F9", kind=Kind.PRIMARY, size=Size.BIG),
        Text("6 项材料已全部判定，其中 2 项要补。", Type.CAPTION, "text2"),
    )
    person = Card()
    who = Panel(bottom=True, gap=2)
    who.body.put(
        row().put(
            Text("张*", Type.EMPHASIS, bold=True),
            Chip("普通", outlined=False),
            None,
            ActionButton("查看", icon="eye", kind=Kind.QUIET, size=Size.INLINE),
        )
    )
    who.body.put(Text("身份证 33**************24", Type.DETAIL, "text2"))
    who.body.put(Text("手机 138****0621", Type.DETAIL, "text2"))
    trips = Panel(gap=6)
    trips.body.put(row().put(Text("同一事项来过", bold=True), Text("第 2 次", tone="text2"), None))
    story = Story(when_width=0)
    story.show_entries(
        [
            StoryEntry(
                "1", lead="今天 09:24 取号", detail="上次缺 2 项：1 项带错，1 项仍缺", moment=Moment.NOW
            ),
            StoryEntry(
                "2", text="3月11日 A045，导办台 1", detail="咨询告知 2 项", link="青溪自然资告〔2026〕0296号"
            ),
        ]
    )
    trips.body.put(story)
    person.body.put(who, trips, None)
    side = SideColumn(296)
    side.body.put(call)
    side.body.addWidget(person, 1)
    return side


def _counter_middle() -> Card:
    card = Card()
    head = Panel(gap=4, bottom=True)
    head.body.put(NameText("国有建设用地使用权及房屋所有权登记（转移登记）", Type.TITLE, bold=True))
    facts = row(gap=9)
    for at, text in enumerate(("情形：二手房赠与", "承诺件 2 个工作日", "收件 3月18日")):
        facts.put(*([Rule(12)] if at else []), Text(text, Type.DETAIL, "text2"))
    head.body.put(facts.put(None))
    card.body.put(head)
    materials = Panel(margins=(0, 0, 0, 0), gap=0)
    for number, (name, detail, status) in enumerate(MATERIALS, 1):
        tags = [Tag("上次已告知", Tone.DANGER, "clock-counter-clockwise")] if number == 4 else []
        tags += [Tag("可容缺")] if number == 6 else []
        item = MaterialRow(WORDS, number, name, detail, tags=tags, kinds=[("differs", "信息不一致")])
        item.show_judgement(status, "differs", "证明上的出生日期与户口本不同，请原开具单位更正")
        materials.body.put(item)
    materials.body.put(None)
    foot = CardFoot(margins=(16, 12, 16, 12))
    words = column(gap=4).put(
        row().put(Text("一次性告知单（补正告知）", bold=True), Text("2 项，2 份", tone="text2"), None)
    )
    words.put(Text("要在一张单里说全：再发第二张，须写明理由并经值班长同意。", Type.CAPTION, "text2"))
    foot.body.addLayout(words, 1)
    foot.body.put(ActionButton("预览", icon="eye"))
    card.body.addWidget(ScrollPage(materials), 1)
    card.body.put(foot)
    return card


def _counter_right() -> SideColumn:
    lines = Card()
    lines.body.put(SectionHead("我的队列", trailing="最长已等 35 分"))
    for letter, name, people, wait in (("A", "不动产登记", "8", "25–35 分"), ("G", "综合", "1", "5–10 分")):
        item = Panel(margins=(16, 8, 16, 8), bottom=letter == "A")
        item.body.put(
            row().put(
                LineBadge(letter, own=letter == "A"),
                Text(name),
                None,
                Text(people, bold=True),
                Text("人", Type.CAPTION, "text2"),
                12,
                Text(wait, tone="text2"),
            )
        )
        lines.body.put(item)
    held = Card()
    held.body.put(SectionHead("挂起的号", "2"))
    for number, why, time in (("A019", "去复印户口本", "已挂 12 分"), ("A021", "等银行回执", "已挂 4 分")):
        item = Panel(margins=(16, 8, 16, 8), bottom=number == "A019")
        words = column(gap=0).put(row(gap=14).put(Text(number, bold=True), Text(why, tone="text2"), None))
        words.put(Text(time, Type.CAPTION, "text2"))
        item.body.put(
            row().put(
                Chip("", Tone.NEUTRAL, "pause-circle-fill", boxed=False), words, None, ActionButton("接着办")
            )
        )
        held.body.put(item)
    today = Card(padded=True, gap=8)
    figures = row(gap=0)
    for value, what in (("11", "已办（件）"), ("14", "中位（分）"), ("1", "告知单（张）")):
        figures.put(column().put(Figure(value, Type.FIGURE), Text(what, Type.CAPTION, "text2")), None)
    today.body.put(Text("今天", bold=True))
    today.body.put(figures)
    side = SideColumn(280)
    side.body.put(lines, held, today, None)
    return side


def guide() -> StationWindow:
    """The guide desk with an item picked."""
    window = StationWindow(WORDS, _clock())
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
        _right(Text("A 队列前面 8 人", Type.DETAIL)), _right(Text("约等 25–35 分钟", Type.DETAIL))
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
                Column("等候", lambda line: Cell(line[2]), _ALIGN_RIGHT),
                Column("预计（分）", _wait, _ALIGN_RIGHT),
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


def exceptions() -> StationWindow:
    """An exception case as a story, and messages of every kind."""
    window = StationWindow(WORDS, _clock())
    window.header.show_station("政务办")
    window.header.right.put(Preferences(WORDS))
    window.header.show_user("林*·值班长")
    window.show_connection(Connection(Touch.LOST, NOW - timedelta(minutes=3)))
    window.show_problem(Message("shell.failure.bug", {"report": "7F3K2"}))
    window.show_notice(Message("shell.product"))
    body = QWidget()
    line = row(body, gap=12)
    line.addWidget(_case(), 1)
    line.addWidget(_states())
    window.set_body(body)
    return window


def _case() -> Card:
    card = Card()
    head = Panel(bottom=True, gap=6)
    head.body.put(
        row().put(
            Text("房产证与门牌证地址写法不一致，落不了户", Type.TITLE, bold=True),
            None,
            StatusChip(Status.DUE_TODAY, WORDS),
        )
    )
    steps = Stepper()
    steps.show_steps(("登记", "研判", "交办", "办理", "反馈", "回访", "归档"), 3)
    head.body.put(steps)
    story = Story()
    told = "房产证写“青溪路 12 号 3 幢”，门牌证写“青溪路 12-3 号”，户口迁入登记两次没办成。希望不用再回老房管所开证明。"
    story.show_entries(
        [
            StoryEntry("1", "王*", "在“办不成事”窗口说", told, "3月11日 10:32", "chat-text"),
            StoryEntry(
                "2", "周*", "（导办台）登记，关联号票 C031", when="3月11日 10:40", icon="pencil-simple"
            ),
            StoryEntry(
                "3", "赵*", "（公安户籍）当天联系了本人", when="3月11日 15:20", icon="phone", chip="按时联系"
            ),
            StoryEntry(
                "4",
                "赵*",
                "请不动产登记协查",
                when="3月16日 09:50",
                icon="buildings",
                link="地址一致性说明.pdf",
            ),
            StoryEntry(
                "5",
                "办法已定，等答复本人",
                detail="先变更地址，再落户。",
                when="今天 09:15",
                icon="hourglass",
                moment=Moment.NOW,
            ),
            StoryEntry(
                "6", text="答复本人，写明办法", when="今天 17:00 前", when_tone="warn", moment=Moment.NEXT
            ),
            StoryEntry("7", text="回访，问是否满意", when="3月23日前", moment=Moment.NEXT),
        ]
    )
    page = Panel(margins=(12, 12, 16, 12))
    page.body.put(story, None)
    foot = CardFoot()
    foot.body.put(
        ActionButton("附件", icon="paperclip"),
        ActionButton("退回", icon="arrow-u-up-left"),
        None,
        ActionButton(
            "答复本人", icon="chat-circle-text", key="Ctrl Enter", kind=Kind.PRIMARY, size=Size.LARGE
        ),
    )
    card.body.put(head)
    card.body.addWidget(ScrollPage(page), 1)
    card.body.put(foot)
    return card


def _states() -> SideColumn:
    card = Card(padded=True, gap=8)
    card.body.put(Text("状态", bold=True))
    for at in range(0, len(Status), 4):
        line = row(gap=6)
        for status in list(Status)[at : at + 4]:
            line.put(StatusChip(status, WORDS))
        card.body.put(line.put(None))
    buttons = row(gap=8)
    for kind in (Kind.PLAIN, Kind.PRIMARY, Kind.DANGER, Kind.QUIET):
        buttons.put(ActionButton(kind.value, kind=kind))
    off = ActionButton("disabled")
    off.setEnabled(False)
    card.body.put(buttons.put(off, None))
    card.body.put(IconField("lock-simple", tall=True), Field("工号", _invalid()))
    hint = ProgressHint(WORDS)
    hint.begin()
    card.body.put(hint)
    hint.show()
    info = Banner("x", parent=card)
    info.show_message(Tone.WARN, "语音没有播出", "请口头叫号", action="再播一次")
    card.body.put(info)
    side = SideColumn(420)
    side.body.put(card, None)
    return side


def _invalid() -> QLineEdit:
    field = QLineEdit("0317x")
    field.setProperty("invalid", True)
    return field


def _wait(line: tuple[str, str, str, str]) -> Cell:
    return Cell(line[3], "warn", icon="warning-fill") if line[0] == "C" else Cell(line[3])


_ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _right(text: Text) -> Text:
    text.setAlignment(Qt.AlignmentFlag.AlignRight)
    return text


def _clock() -> HallClock:
    return HallClock(NOW, steady=lambda: 0.0)


def dialog() -> StationWindow:
    """A reason is asked for over a counter that is out of touch."""
    window = StationWindow(WORDS, _clock())
    window.header.show_station("3 号窗口", "不动产登记")
    window.header.right.put(Preferences(WORDS))
    window.show_connection(Connection(Touch.LOST, NOW - timedelta(minutes=3)))
    body = QWidget(window)
    asked = ReasonDialog(
        body,
        WORDS,
        "挂起 A023",
        "挂起",
        [("copies", "去复印材料"), ("bank", "等银行回执"), ("other", "其他")],
        own_words=False,
    )
    asked.setWindowFlags(Qt.WindowType.Widget)  # into the picture
    asked.accept()
    box = column(body)
    box.put(None)
    box.addWidget(asked, 0, Qt.AlignmentFlag.AlignHCenter)
    box.put(None)
    window.set_body(body)
    return window


PAGES: dict[str, Callable[[], StationWindow]] = {
    "counter": counter,
    "guide": guide,
    "exceptions": exceptions,
    "dialog": dialog,
}


def shoot(app: QApplication, page: str, look: Look, size: tuple[int, int], path: Path) -> None:
    """Draw one page in a look and save the picture."""
    active.apply(look)
    window = PAGES[page]()
    window.resize(*size)
    window.show()
    window.activateWindow()
    focused = window.findChild(ActionButton, "focused")
    if focused is not None:
        focused.setFocus()
    app.processEvents()
    window.grab().save(str(path))
    window.close()
    window.deleteLater()
    app.processEvents()


def main() -> None:
    """Draw every page in light and dark."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    load_fonts()
    ring = FocusRing(app)
    for page in PAGES:
        for tokens in (LIGHT, DARK):
            path = options.folder / f"{page}-{tokens.name}.png"
            shoot(app, page, Look(tokens, options.scale), (1366, 768), path)
    ring.deleteLater()


if __name__ == "__main__":
    main()
