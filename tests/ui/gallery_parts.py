"""What the pages of the gallery share: people, numbers and places in it are invented."""

from datetime import datetime, timedelta, timezone

from PySide6.QtCore import Qt

from app.texts import Texts
from ui.models import Cell
from ui.shell import HallClock
from ui.theme import Status
from ui.widgets.text import Text

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


def wait(line: tuple[str, str, str, str]) -> Cell:
    return Cell(line[3], "warn", icon="warning-fill") if line[0] == "C" else Cell(line[3])


ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def right(text: Text) -> Text:
    text.setAlignment(Qt.AlignmentFlag.AlignRight)
    return text


def clock() -> HallClock:
    return HallClock(NOW, steady=lambda: 0.0)
