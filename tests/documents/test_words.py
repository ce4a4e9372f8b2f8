import pytest

from app.documents.words import Words
from app.texts import Texts


@pytest.mark.parametrize(
    ("signs", "shown"),
    [
        (("1",), "1 号窗口"),
        (("4", "2", "3"), "2–4 号窗口"),
        (("19", "20"), "19、20 号窗口"),
        (("1", "2", "3", "7"), "1–3、7 号窗口"),
        (("综合窗口", "3"), "综合窗口、3"),
    ],
)
def test_counters_are_shown_by_their_signs(signs: tuple[str, ...], shown: str) -> None:
    assert Words(Texts("zh")).counters(signs) == shown
