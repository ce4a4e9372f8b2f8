"""The benchmarks work: the smallest of them on a real PostgreSQL, and the table that they end in."""

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from app.documents.renderer import PdfRenderer
from app.texts import Texts
from tests.bench.__main__ import main
from tests.bench.claim import compare, record
from tests.bench.figures import Latencies, at_least, at_most, faster_than, line
from tests.bench.ground import Ground
from tests.bench.idle import idle_cost
from tests.bench.paper import LONG, long_slip
from tests.postgres import PostgresServer


async def test_the_claim_and_its_statements_through_bare_asyncpg_do_the_same(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    """Replaying what the use case sent calls as many tickets; each way is measured."""
    ground = Ground(postgres, tmp_path)
    trace = await record(ground, callers=1)
    assert any("SKIP LOCKED" in statement for statement, _ in trace[0][0])
    assert any("pg_notify" in statement for statement, _ in trace[0][-1])
    found = await compare(ground, trace)
    rates = (found.use_case, found.sqlalchemy, found.asyncpg)
    assert min(rate.a_second for rate in rates) > 0
    assert min(rate.processor for rate in rates) > 0


async def test_a_feed_that_has_nothing_to_tell_costs_something_and_little(sqlite_url: str) -> None:
    """The feed is asked at least once; a loop without a pause would take all of a core."""
    assert 0 < await idle_cost(sqlite_url, 0.5) < 100


def test_the_long_slip_is_told_whole_over_several_pages() -> None:
    slip = long_slip()
    pages = [
        "".join(page.extract_text().split())
        for page in PdfReader(BytesIO(PdfRenderer(Texts("zh")).render(slip))).pages
    ]
    copy = pages[: len(pages) // 2]
    assert len(copy) > 1
    assert f"共{LONG}项" in "".join(copy)
    assert all("".join(material.name.split()) in "".join(copy) for material in slip.materials)


def test_figures_say_whether_the_aim_is_met() -> None:
    latencies = Latencies.of([0.010] * 98 + [0.200] * 2)
    figures = [
        at_least("ratio", [0.4, 0.6, 0.7], 0.5, "detail"),
        at_most("past", 1.3, 1.2, "detail"),
        faster_than("paint", latencies, "p99", 100),
        faster_than("slip", latencies, "p50", 30),
    ]
    assert [line(figure) for figure in figures] == [
        "| ratio | 0.60 (detail) | ≥ 0.5 | met |",
        "| past | 1.30 (detail) | ≤ 1.2 | missed |",
        "| paint | p50 10.0 ms, p99 200.0 ms | p99 < 100 ms | missed |",
        "| slip | p50 10.0 ms, p99 200.0 ms | p50 < 30 ms | met |",
    ]


def test_an_unknown_measure_is_refused() -> None:
    assert main(["nothing"]) == 2
