"""The figures of ratings on paper."""

from dataclasses import replace

from app.documents.renderer import PdfRenderer
from app.domain.rating_figures import RatingFigure
from tests.documents.test_exception_ledger import pages
from tests.ui.office.ratings_scenes import hiding, report


def test_each_figure_with_its_counts_and_its_meaning_and_every_level_of_the_parts(
    renderer: PdfRenderer,
) -> None:
    said = "".join(pages(renderer.render(replace(report(7), figure=RatingFigure.BAD))))
    for words in (
        "99.2%", "252 / 254", "每条都有人回访整改", "评价自愿", "差评（按部门）", "非常不满意", "43 / 62", "69.4%",
    ):  # fmt: skip
        assert words in said, words


def test_of_what_is_too_few_there_are_no_numbers(renderer: PdfRenderer) -> None:
    told = hiding(report(1), 1)
    said = "".join(pages(renderer.render(replace(told, whole=told.whole.hidden()))))
    assert "评价太少" in said
    assert "%" not in said
    assert " / " not in said


def test_in_english_too(english: PdfRenderer) -> None:
    said = " ".join("".join(pages(english.render(report(3)))).split())
    assert "Ratings in 青溪区政务服务中心, 1 Mar 2026 to 17 Mar 2026" in said
