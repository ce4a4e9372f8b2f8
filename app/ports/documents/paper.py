"""What forms are printed on, and the few words that several of them share."""

from enum import StrEnum


class Roll(StrEnum):
    """Thermal paper of a number ticket, by the width of the paper in millimetres."""

    MM80 = "80mm"
    MM58 = "58mm"


class Sheet(StrEnum):
    """Cut paper of the other forms."""

    A4 = "A4"
    A5 = "A5"


class Medium(StrEnum):
    """In what form a material is asked for."""

    ORIGINAL = "original"  # 原件
    COPY = "copy"  # 复印件
    ELECTRONIC = "electronic"  # 电子


class Channel(StrEnum):
    """A way in which materials can be handed in."""

    COUNTER = "counter"  # 窗口
    POST = "post"  # 邮寄
    ONLINE = "online"  # 网上
