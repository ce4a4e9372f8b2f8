"""How long a slip and a ticket take to become PDF, fonts loaded."""

import time

from app.bootstrap import PAPER_LANGUAGE
from app.documents.renderer import PdfRenderer
from app.ports.documents import Form
from app.texts import Texts
from tests.bench.figures import Figure, Latencies, faster_than
from tests.bench.ground import Ground
from tests.documents.forms import SLIP, TICKET

_WARM_UP = 10
_TIMES = 200
_AIM = 30.0


def measure(_ground: Ground) -> list[Figure]:
    """A slip of two copies, and a number ticket."""
    renderer = PdfRenderer(Texts(PAPER_LANGUAGE))
    slip, ticket = _latencies(renderer, SLIP), _latencies(renderer, TICKET)
    return [
        faster_than("one-time notification slip as PDF, both copies", slip, "p50", _AIM),
        Figure("number ticket as PDF", str(ticket)),
    ]


def _latencies(renderer: PdfRenderer, form: Form) -> Latencies:
    times = []
    for _ in range(_WARM_UP + _TIMES):
        began = time.perf_counter()
        renderer.render(form)
        times.append(time.perf_counter() - began)
    return Latencies.of(times[_WARM_UP:])
