"""Figures and the table they stand in: the one place for statistics."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

_HEAD = ("measure", "figure", "aim", "")


@dataclass(frozen=True)
class Figure:
    """One line of the table. ``met`` is None for what has no aim."""

    measure: str
    value: str
    aim: str = ""
    met: bool | None = None


@dataclass(frozen=True)
class Latencies:
    """How long something took, in milliseconds."""

    p50: float
    p99: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Latencies":
        """Of at least two times in seconds; beyond the longest one nothing is guessed."""
        cut = quantiles(seconds, n=100, method="inclusive")
        return cls(1000 * cut[49], 1000 * cut[98])

    def __str__(self) -> str:
        return f"p50 {self.p50:.1f} ms, p99 {self.p99:.1f} ms"


def at_least(measure: str, ratios: Sequence[float], aim: float, detail: str) -> Figure:
    """The median of ratios from several rounds, which should not be smaller than the aim."""
    middle = median(ratios)
    return Figure(measure, f"{middle:.2f} ({detail})", f"≥ {aim}", middle >= aim)


def at_most(measure: str, ratio: float, aim: float, detail: str) -> Figure:
    """A ratio that should not be larger than the aim."""
    return Figure(measure, f"{ratio:.2f} ({detail})", f"≤ {aim}", ratio <= aim)


def faster_than(measure: str, found: Latencies, quantile: str, aim: float) -> Figure:
    """Latencies of which one quantile (``p50`` or ``p99``) should stay below the aim, in milliseconds."""
    return Figure(measure, str(found), f"{quantile} < {aim:.0f} ms", getattr(found, quantile) < aim)


def head() -> str:
    """The beginning of a Markdown table of figures."""
    return f"{_row(_HEAD)}\n{_row(['---'] * len(_HEAD))}"


def line(figure: Figure) -> str:
    """The figure as a line of it."""
    return _row((figure.measure, figure.value, figure.aim, _verdict(figure.met)))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _verdict(met: bool | None) -> str:
    return {True: "met", False: "missed", None: ""}[met]
