"""The entries of a list."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import Type, active
from ui.widgets.entry import two_lines
from ui.widgets.paint import text_width

WIDTH = 290


@pytest.mark.parametrize(
    "text", ["老人去世后，子女在外地分别持有三本写法不同的旧式房屋权证，" * 3, "very long words " * 12]
)
def test_what_two_lines_do_not_hold_ends_in_an_ellipsis(dressed: QApplication, text: str) -> None:
    font = active.look.font(Type.BODY)
    shown = two_lines(font, text, WIDTH)
    assert shown.endswith("…")
    assert WIDTH < text_width(font, shown) <= 2 * WIDTH


def test_what_fits_stays_whole(dressed: QApplication) -> None:
    text = "国有建设用地使用权及房屋所有权登记（转移登记）"
    assert two_lines(active.look.font(Type.BODY), text, WIDTH) == text
