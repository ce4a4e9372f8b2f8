"""The office's own words on a paper, or what the item, the office and the hall say where it has none."""

from collections.abc import Mapping
from typing import TypedDict

from app.domain.catalogue import ServiceItem
from app.domain.hall import Department, Hall
from app.domain.office_text import FormKind, TextPart, words_for
from app.services.use_case import Work


class Said(TypedDict):
    """These fields of a form."""

    own_basis: str | None
    own_remedies: str | None
    inquiry_phone: str | None
    supervision_phone: str | None


async def own_words(work: Work, department: Department, kind: FormKind) -> Mapping[TextPart, str]:
    """What the department says in its own words on such a paper."""
    texts = await work.u.office_texts.all()
    return words_for((text for text in texts if text.department == department.id), kind)


def said(own: Mapping[TextPart, str], item: ServiceItem, department: Department, hall: Hall) -> Said:
    """What the form says; unknown stays unknown."""
    guide = item.guide
    return Said(
        own_basis=own.get(TextPart.BASIS),
        own_remedies=own.get(TextPart.REMEDIES),
        inquiry_phone=own.get(TextPart.INQUIRY_PHONE) or guide.phone or department.phone or hall.phone,
        supervision_phone=own.get(TextPart.SUPERVISION_PHONE)
        or guide.supervision_phone
        or hall.supervision_phone,
    )
