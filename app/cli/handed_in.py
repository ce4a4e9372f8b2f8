"""``--material MATERIAL_NO[:COPIES[:FORM[:KEEPING]]]`` and ``--pledged MATERIAL_NO``: what came, and what follows."""

from collections.abc import Iterable
from datetime import date

from app.domain.case_parts import Keeping, PaperForm
from app.domain.errors import BadInput
from app.services.case_intake import Promised
from app.services.open_case import HandedIn


def handed_in(given: Iterable[str]) -> tuple[HandedIn, ...]:
    """The materials of a command.

    Raises:
        BadInput: not of the form ``3``, ``3:2``, ``3:2:copy`` or ``3:1:original:seen``.
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
    try:
        number, copies, form, keeping, *beyond = (*text.split(":"), "", "", "")
        if any(beyond):
            raise ValueError(text)
        count = int(copies) if copies else None
        if count is not None and count < 0:
            raise ValueError(text)
        how = Keeping(keeping or Keeping.KEPT)
        return HandedIn(
            int(number), count, PaperForm(form) if form else None,
            kept=how is not Keeping.SEEN, returned=how is Keeping.RETURNED,
        )  # fmt: skip
    except ValueError:
        forms, keepings = ", ".join(PaperForm), ", ".join(Keeping)
        raise BadInput("cli.usage.handed_in", given=text, forms=forms, keepings=keepings) from None
