"""Finding similar cases is worth more than what it replaces, and docs/benchmarks.md says how much."""

from pathlib import Path

from tests.bench.similar import leave_one_out

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
CASES = 35


def test_similar_cases_beat_substrings_and_chance() -> None:
    found = leave_one_out()
    assert found.search > found.in_common > found.contained
    assert found.search > 2 * found.random
    assert found.possible >= found.search


def test_the_page_says_what_is_found() -> None:
    page, found = PAGE.read_text("utf-8"), leave_one_out()
    for share in (found.search, found.in_common, found.contained, found.possible):
        assert f"| {share * CASES:.0f} | {share * 100:.0f} % |" in page
    assert f"| {found.random * CASES:.1f} | {found.random * 100:.0f} % |" in page
