"""The gallery's exception desk."""

from datetime import timedelta

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.message import Message
from app.ports.change_feed import Touch
from tests.ui.gallery_parts import NOW, WORDS, clock
from ui.shell import Connection, Preferences, StationWindow
from ui.theme import Status, Tone, Type
from ui.widgets.banner import Banner
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, CardFoot, Panel
from ui.widgets.chip import StatusChip
from ui.widgets.inputs import Field, IconField
from ui.widgets.layouts import row
from ui.widgets.progress import ProgressHint
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_column import SideColumn
from ui.widgets.stepper import Stepper
from ui.widgets.story import Moment, Story, StoryEntry
from ui.widgets.text import Text


def exceptions() -> StationWindow:
    """An exception case as a story, and messages of every kind."""
    window = StationWindow(WORDS, clock())
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
