"""The gallery's counter."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from tests.ui.gallery_parts import KEYS, MATERIALS, NOW, WORDS, clock, right
from ui.shell import Fact, StationWindow, status_fact
from ui.theme import Status, Tone, Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, CardFoot, Panel, Rule, SectionHead
from ui.widgets.chip import Chip, LineBadge, StatusChip
from ui.widgets.fkeybar import FKey
from ui.widgets.layouts import column, row
from ui.widgets.material_row import MaterialRow
from ui.widgets.row_parts import Tag
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_column import SideColumn
from ui.widgets.story import Moment, Story, StoryEntry
from ui.widgets.text import Figure, NameText, Text
from ui.widgets.timer_label import TimerLabel


def counter() -> StationWindow:
    """The counter while it serves."""
    window = StationWindow(WORDS, clock(), fkeys=[FKey(key, key, text) for key, text in KEYS])
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
    beside = column(gap=2).put(None, right(Text("办理用时", Type.CAPTION, "text2")), timer)
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
