"""Finding similar cases among the known ones."""

import subprocess
import sys
from dataclasses import replace

import pytest

from app.adapters.case_search import FullTextCaseSearch
from app.bootstrap import case_finder
from app.domain.exception_category import ExceptionCategory
from app.ports.case_search import CaseSearch
from app.ports.rows import SearchedCase
from app.texts import Texts

WORDS = Texts("zh")


@pytest.fixture(scope="module")
def known() -> tuple[SearchedCase, ...]:
    return tuple(case_finder().read_known())


@pytest.fixture(scope="module")
def search(known: tuple[SearchedCase, ...]) -> CaseSearch:
    return FullTextCaseSearch(known, WORDS)


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("房产证上的地址和门牌不一样，落户落不了", "EX036"),
        ("91岁的老人来不了，社保卡激活要刷脸", "EX048"),
        ("金税系统故障，票开不出来，大厅排队", "EX022"),
        ("要我开证明证明我是我", "EX006"),
    ],
)
def test_what_is_told_in_other_words_is_found(search: CaseSearch, told: str, number: str) -> None:
    assert number in [found.case.number for found in search.search(told)]


def test_the_best_comes_first_and_no_more_than_asked_for(search: CaseSearch) -> None:
    found = search.search("老人社保资格认证", limit=5)
    assert len(found) == 5
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


@pytest.mark.parametrize("told", ["", "  ", "，。", "老", "qwertz"])
def test_what_has_nothing_in_common_finds_nothing(search: CaseSearch, told: str) -> None:
    assert search.search(told) == ()


def test_a_case_is_found_by_its_category_item_and_remedy(known: tuple[SearchedCase, ...]) -> None:
    odd = SearchedCase("X", "无", "游艇登记", ExceptionCategory.BIOMETRICS, "改用指纹", is_open=True)
    search = FullTextCaseSearch([*known, odd], WORDS)
    for told in ("游艇", "生物识别失败", "指纹"):
        assert search.search(told)[0].case == odd


@pytest.mark.parametrize("cases", [(), ("，",)])
def test_where_there_is_nothing_to_search_nothing_is_found(cases: tuple[str, ...]) -> None:
    rows = [SearchedCase("X", text, None, ExceptionCategory.OTHER, "", is_open=True) for text in cases]
    assert FullTextCaseSearch(rows, WORDS).search("老人") == ()


def test_equal_cases_keep_their_order(known: tuple[SearchedCase, ...]) -> None:
    twins = [replace(known[0], number=number) for number in ("1", "2", "3")]
    found = FullTextCaseSearch([*known[1:], *twins], WORDS).search(known[0].summary)
    assert [one.case.number for one in found] == ["1", "2", "3"]


def test_only_a_search_loads_what_it_needs() -> None:
    """A counter pays for none of it at its start."""
    needed = "{'app.adapters.case_search', 'app.exchange.past_cases'}"
    probe = f"import sys, app.bootstrap as b; b.case_finder(); sys.exit(bool({needed} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0
