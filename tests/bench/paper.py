"""How long a slip and a ticket take to become PDF, fonts loaded."""

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice

from app.bootstrap import PAPER_LANGUAGE
from app.documents.renderer import PdfRenderer
from app.domain.catalogue_file import ListedItem
from app.domain.judgement import ShortcomingKind
from app.exchange.catalogue import read_catalogue
from app.ports.documents import Form, SlipForm, SlipMaterial
from app.texts import Texts
from resources import resource
from tests.bench.figures import Figure, Latencies, at_most, faster_than
from tests.bench.ground import Ground
from tests.documents.forms import SLIP, TICKET

_WARM_UP = 10
_TIMES = 200
_AIM = 30.0
LONG = 40
_LONG_TIMES = 50
_LONG_AIM = 3.0
"""Times the ordinary slip: twenty times its rows, but one head, one foot and one set of fonts."""


def measure(_ground: Ground) -> list[Figure]:
    """A slip of two copies, one of forty shortcomings, and a number ticket."""
    renderer = PdfRenderer(Texts(PAPER_LANGUAGE))
    slip, ticket = _latencies(renderer, SLIP, _TIMES), _latencies(renderer, TICKET, _TIMES)
    return [
        faster_than("one-time notification slip as PDF, both copies", slip, "p50", _AIM),
        *_long(renderer),
        Figure("number ticket as PDF", str(ticket)),
    ]


def long_slip(rows: int = LONG) -> SlipForm:
    """A slip about the bundled item that asks for most: its real materials, over again until there are so many."""
    item = max(read_catalogue(resource("catalogue", "catalogue.json")).items, key=lambda i: len(i.materials))
    return replace(
        SLIP,
        item=item.name,
        item_code=item.code,
        legal_basis=item.guide.legal_basis,
        materials=tuple(islice(_rows(item), rows)),
    )


def _rows(item: ListedItem) -> Iterator[SlipMaterial]:
    kinds = cycle(ShortcomingKind)
    for material in cycle(item.materials):
        yield SlipMaterial(
            name=material.name,
            shortcoming=next(kinds),
            detail="与申请表所填不一致",
            requirement=material.note,
            copies_due=material.copies,
            copies_handed_in=1,
            issued_by=material.issuer,
            how_to_get=material.source,
            listed_as=material.number,
            may_be_late=material.may_be_late,
        )


def _long(renderer: PdfRenderer) -> list[Figure]:
    """The long slip and the ordinary one in turn, so that a busy moment falls on both."""
    forms = (SLIP, long_slip())
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(_WARM_UP + _LONG_TIMES):
        for form, found in zip(forms, times, strict=True):
            found.append(_once(renderer, form))
    slip, long = (Latencies.of(found[_WARM_UP:]) for found in times)
    detail = f"of p50, {long.p50:.1f} ms : {slip.p50:.1f} ms"
    return [
        Figure(f"the same with {LONG} materials", str(long)),
        at_most(f"the same, {LONG} materials : 2", long.p50 / slip.p50, _LONG_AIM, detail),
    ]


def _latencies(renderer: PdfRenderer, form: Form, times: int) -> Latencies:
    found = [_once(renderer, form) for _ in range(_WARM_UP + times)]
    return Latencies.of(found[_WARM_UP:])


def _once(renderer: PdfRenderer, form: Form) -> float:
    began = time.perf_counter()
    renderer.render(form)
    return time.perf_counter() - began
