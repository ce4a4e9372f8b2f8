"""``--material MATERIAL_NO[:COPIES[:FORM]]`` and ``--pledged MATERIAL_NO``: what was handed in, and what follows."""

from collections.abc import Iterable
from datetime import date

from app.domain.case_parts import PaperForm
from app.domain.errors import BadInput
from app.services.case_intake import HandedIn, Promised


def handed_in(given: Iterable[str]) -> tuple[HandedIn, ...]:
    """The materials of a command.

    Raises:
        BadInput: not of the form ``3``, ``3:2`` or ``3:2:copy``.
    """
    return tuple(_one(text) for text in given)


def promised(materials: Iterable[int], by: date | None, form: str) -> Promised | None:
    """The pledge of a command; None where nothing is pledged.

    Raises:
        BadInput: materials without a day, or a day or a form without materials.
    """
    numbers = frozenset(materials)
    if not numbers and by is None and not form:
        return None
    if not numbers or by is None:
        raise BadInput("cli.usage.pledge")
    return Promised(numbers, by, form)


def _one(text: str) -> HandedIn:
    number, _, rest = text.partition(":")
    copies, _, form = rest.partition(":")
    try:
        count = int(copies) if copies else None
        if count is not None and count < 0:
            raise ValueError(text)
        return HandedIn(int(number), count, PaperForm(form) if form else None)
    except ValueError:
        raise BadInput("cli.usage.handed_in", given=text, forms=", ".join(PaperForm)) from None
