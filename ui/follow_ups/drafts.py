"""What a person has typed and chosen but not yet done."""

from dataclasses import dataclass, replace

from app.domain.free_text import said


@dataclass(frozen=True, slots=True)
class FollowUpDraft:
    """About one follow-up: the words serve whichever step is taken in the end, so that none are lost.

    ``handler`` is a staff number; None means not chosen yet, and nothing is chosen for anybody.
    """

    text: str = ""
    handler: str | None = None
    satisfied: bool | None = None
    upheld: bool | None = None

    def to_keep(self) -> "FollowUpDraft":
        """The same as it may be kept in a file: numbers of people in the words are masked."""
        return replace(self, text=said(self.text))


@dataclass(frozen=True, slots=True)
class Appeal:
    """An appeal that the rated clerk is writing: by the number that they were told."""

    number: str = ""
    reason: str = ""

    def to_keep(self) -> "Appeal":
        """The same as it may be kept in a file."""
        return replace(self, number=said(self.number), reason=said(self.reason))


NOTHING_TYPED = FollowUpDraft()
"""The draft of a follow-up that nobody has written about."""

NO_APPEAL = Appeal()
"""The form of an appeal as it begins."""
