"""What an office says in its own words on the documents of its cases and on its one-time notices."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import RuleBroken
from app.domain.ids import DepartmentId


class TextPart(StrEnum):
    """What can be said differently: 依据, 救济途径, 咨询电话, 监督电话."""

    BASIS = "basis"
    REMEDIES = "remedies"
    INQUIRY_PHONE = "inquiry_phone"
    SUPERVISION_PHONE = "supervision_phone"


class FormKind(StrEnum):
    """What carries such words: every kind of document (``DocumentKind``, by the same names), and the one-time notice.

    Notices of both kinds are one here: who asks and who applies turn to the same office.
    """

    NOTICE = "notice"
    RECEIPT = "receipt"
    ACCEPTANCE = "acceptance"
    REFUSAL = "refusal"
    LENIENCY = "leniency"
    EXTENSION = "extension"
    SPECIAL_PROCEDURE = "special_procedure"
    GRANT = "grant"
    DENIAL = "denial"
    DELIVERY_RECEIPT = "delivery_receipt"
    ENDING = "ending"


_DECIDING = {FormKind.REFUSAL, FormKind.DENIAL, FormKind.ENDING}
_SENT = frozenset(FormKind) - {FormKind.DELIVERY_RECEIPT}

PLACES: Mapping[TextPart, frozenset[FormKind]] = {
    TextPart.BASIS: _SENT - {FormKind.RECEIPT, FormKind.LENIENCY},
    TextPart.REMEDIES: frozenset(_DECIDING | {FormKind.NOTICE}),
    TextPart.INQUIRY_PHONE: _SENT,
    TextPart.SUPERVISION_PHONE: _SENT,
}
"""Which papers have a place for a part; on the others it would be set and never read."""


class TextAction(StrEnum):
    """What can happen to an office's words."""

    SET_TEXT = "set_text"
    RESET_TEXT = "reset_text"


@dataclass(frozen=True, slots=True)
class OfficeText:
    """A department's own words for a part of one kind of paper; ``kind`` None is every kind.

    Raises:
        RuleBroken: empty, or a basis for every kind: each form rests on an article of its own.
    """

    department: DepartmentId
    part: TextPart
    kind: FormKind | None
    text: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise RuleBroken("document.rule.empty_text")
        if self.part is TextPart.BASIS and self.kind is None:
            raise RuleBroken("document.rule.basis_of_kind")


def words_for(texts: Iterable[OfficeText], kind: FormKind) -> Mapping[TextPart, str]:
    """The words that hold for a kind of paper: its own before those for every kind."""
    fitting = [text for text in texts if text.kind in (None, kind)]
    fitting.sort(key=lambda text: text.kind is not None)
    return {text.part: text.text for text in fitting}
