"""An office's words for one kind of document come before those for every kind."""

from uuid import UUID

import pytest

from app.domain.document import DocumentKind
from app.domain.ids import DepartmentId
from app.domain.office_text import FormKind, OfficeText, TextPart, words_for

OFFICE = DepartmentId(UUID(int=1))
GENERAL = OfficeText(OFFICE, TextPart.REMEDIES, None, "各种")
OWN = OfficeText(OFFICE, TextPart.REMEDIES, FormKind.DENIAL, "不予")


@pytest.mark.parametrize("texts", [(GENERAL, OWN), (OWN, GENERAL)])
def test_its_own_words_come_first(texts: tuple[OfficeText, ...]) -> None:
    assert words_for(texts, FormKind.DENIAL) == {TextPart.REMEDIES: "不予"}
    assert words_for(texts, FormKind.REFUSAL) == {TextPart.REMEDIES: "各种"}
    assert words_for((OWN,), FormKind.GRANT) == {}


def test_every_document_and_the_notice_can_carry_them() -> None:
    assert set(map(str, FormKind)) == {*map(str, DocumentKind), "notice"}
