import pytest

from ui.board.direction import arrow_and_words


@pytest.mark.parametrize(
    ("direction", "shown"),
    [
        ("东区左侧", ("arrow-left", "东区左侧")),
        ("West wing, on the RIGHT", ("arrow-right", "West wing, on the RIGHT")),
        ("↗ 二层右侧", ("arrow-up-right", "二层右侧")),
        ("← Hall B", ("arrow-left", "Hall B")),
        ("进门直走", ("", "进门直走")),
        ("左转后右侧", ("", "左转后右侧")),
    ],
)
def test_an_arrow_points_where_the_words_do_or_nowhere(direction: str, shown: tuple[str, str]) -> None:
    assert arrow_and_words(direction) == shown
