import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.lines import Span, break_lines, text_width

PRINTABLE = st.text("一二三四五（）《》，。；：、“”ab12 .,-()年号\n", max_size=80)


def broken(text: str, width: float) -> list[str]:
    return ["".join(piece for _, piece in line.pieces) for line in break_lines([Span(text)], width)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("依照行政许可法。", 7, ["依照行政许可", "法。"]),
        ("见附件（三）项", 4, ["见附件", "（三）项"]),
        ("共 2026 年", 4, ["共", "2026 年"]),
        ("abc defgh", 4, ["abc", "defgh"]),
        ("一\n二", 9, ["一", "二"]),
        ("", 9, [""]),
    ],
)
def test_lines_break_where_chinese_and_latin_allow(text: str, width: float, lines: list[str]) -> None:
    assert broken(text, width) == lines


def test_weights_meet_without_a_break_before_a_full_stop() -> None:
    lines = break_lines([Span("共五项", bold=True), Span("。按本单")], 3)
    assert ["".join(piece for _, piece in line.pieces) for line in lines] == ["共五", "项。按", "本单"]


@given(text=PRINTABLE, width=st.floats(2, 30))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: float) -> None:
    lines = break_lines([Span(text)], width)
    joined = "".join(piece for line in lines for _, piece in line.pieces)
    assert joined.replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(line.width <= width + 1e-6 for line in lines)


@given(text=PRINTABLE)
def test_a_line_that_fits_is_left_alone(text: str) -> None:
    words = " ".join(text.split())
    assert broken(words, text_width(words) + 1) == [words]
