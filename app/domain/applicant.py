"""Who applies: a person or an organisation, themselves or through an agent."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.person import NOBODY, Person


class ApplicantKind(StrEnum):
    """自然人, or 法人和非法人组织."""

    PERSON = "person"
    ORGANISATION = "organisation"


class ApplicantAction(StrEnum):
    """The audit word for saying anew who applies."""

    CORRECT = "correct_applicant"


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as registered; ``code`` is its 统一社会信用代码 (GB 32100). Neither is personal."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Applicant:
    """The applicant. Of an organisation ``person`` is whom to contact; ``agent`` acts for the applicant."""

    person: Person = NOBODY
    organisation: Organisation | None = None
    agent: Person | None = None

    @property
    def kind(self) -> ApplicantKind:
        """Whether a person or an organisation applies."""
        return ApplicantKind.ORGANISATION if self.organisation else ApplicantKind.PERSON

    @property
    def shown_name(self) -> str | None:
        """The name as it may be shown: an organisation's in full, a person's masked."""
        return self.organisation.name if self.organisation else self.person.name_mask

    @property
    def shown_identity(self) -> str | None:
        """The number as it may be shown: an organisation's code in full, a person's masked."""
        if self.organisation:
            return self.organisation.code
        return self.person.identity.mask if self.person.identity else None


UNNAMED = Applicant()
