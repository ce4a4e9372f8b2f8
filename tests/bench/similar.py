"""Whether a case of the same kind is among the first three that are found: each known case."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import comb

from app.adapters.case_search import FullTextCaseSearch
from app.bootstrap import case_finder
from app.ports.rows import SearchedCase
from app.texts import Texts
from resources import resource
from tests.bench.figures import Figure, at_least
from tests.bench.ground import Ground

TOP = 3
Ranking = Callable[[SearchedCase, Sequence[SearchedCase]], Sequence[SearchedCase]]

_WORDS = Texts("zh")


@dataclass(frozen=True)
class Shares:
    """The share of cases for which one of the same kind came among the first three, by way of looking."""

    search: float
    contained: float
    in_common: float
    random: float
    possible: float


def measure(ground: Ground) -> list[Figure]:
    """Nothing of it is left to chance or to the machine."""
    found, cases = leave_one_out(), len(_kinds())
    best = max(found.contained, found.in_common)
    detail = f"of {cases}: search {found.search:.2f} : longest run in common {found.in_common:.2f}"
    return [
        Figure(f"same kind among the first {TOP}: search", _share(found.search)),
        Figure("  the text as a whole, contained", _share(found.contained)),
        Figure("  the longest run of signs in common", _share(found.in_common)),
        Figure("  by chance", _share(found.random)),
        Figure("  possible", _share(found.possible)),
        at_least("search : the better substring search", [found.search / best], 1, detail),
    ]


def leave_one_out() -> Shares:
    """Each case looked for among all the others, by the kinds that the published collection gives."""
    cases, kinds = tuple(case_finder().read_known()), _kinds()

    def share(ranking: Ranking) -> float:
        return sum(_hits(case, cases, kinds, ranking) for case in cases) / len(cases)

    same = [sum(kinds[other.number] == kinds[case.number] for other in cases) - 1 for case in cases]
    others = len(cases) - 1
    by_chance = [1 - comb(others - like, TOP) / comb(others, TOP) for like in same]
    return Shares(
        search=share(_searched),
        contained=share(_contained),
        in_common=share(_in_common),
        random=sum(by_chance) / len(cases),
        possible=sum(like > 0 for like in same) / len(cases),
    )


def _kinds() -> dict[str, str]:
    """The published kind of every known case, finer than the hall's categories."""
    entries = json.loads(resource("exceptions", "known.json").read_text("utf-8"))
    return {entry["id"]: entry["category"] for entry in entries}


def _hits(case: SearchedCase, cases: Sequence[SearchedCase], kinds: dict[str, str], ranking: Ranking) -> bool:
    first = ranking(case, [other for other in cases if other != case])[:TOP]
    return any(kinds[other.number] == kinds[case.number] for other in first)


def _searched(case: SearchedCase, others: Sequence[SearchedCase]) -> Sequence[SearchedCase]:
    return [found.case for found in FullTextCaseSearch(others, _WORDS).search(case.summary, TOP)]


def _contained(case: SearchedCase, others: Sequence[SearchedCase]) -> Sequence[SearchedCase]:
    """What the list of exceptions does with what is typed."""
    return [other for other in others if case.summary in other.summary]


def _in_common(case: SearchedCase, others: Sequence[SearchedCase]) -> Sequence[SearchedCase]:
    """The kindest substring search there is: by the longest piece of the text that stands in the other one."""

    def shared(other: SearchedCase) -> int:
        return SequenceMatcher(None, case.summary, other.summary, autojunk=False).find_longest_match().size

    return sorted(others, key=shared, reverse=True)


def _share(share: float) -> str:
    return f"{share:.0%}"
