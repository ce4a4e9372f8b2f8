"""What an office says in its own words on the documents of its cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.document import DocumentKind
from app.domain.errors import RuleBroken
from app.domain.ids import DepartmentId


class TextPart(StrEnum):
    """What can be said differently: 依据, 救济途径, 咨询电话, 监督电话."""

    BASIS = "basis"
    REMEDIES = "remedies"
    INQUIRY_PHONE = "inquiry_phone"
    SUPERVISION_PHONE = "supervision_phone"


class TextAction(StrEnum):
    """What can happen to an office's words."""

    SET_TEXT = "set_text"
    RESET_TEXT = "reset_text"


@dataclass(frozen=True, slots=True)
class OfficeText:
    """A department's own words for a part of one kind of document; ``kind`` None is every kind.

    Raises:
        RuleBroken: empty, or a basis for every kind: each form rests on an article of its own.
    """

    department: DepartmentId
    part: TextPart
    kind: DocumentKind | None
    text: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise RuleBroken("document.rule.empty_text")
        if self.part is TextPart.BASIS and self.kind is None:
            raise RuleBroken("document.rule.basis_of_kind")


def words_for(texts: Iterable[OfficeText], kind: DocumentKind) -> Mapping[TextPart, str]:
    """The words that hold for a kind of document: its own before those for every kind."""
    fitting = [text for text in texts if text.kind in (None, kind)]
    fitting.sort(key=lambda text: text.kind is not None)
    return {text.part: text.text for text in fitting}
