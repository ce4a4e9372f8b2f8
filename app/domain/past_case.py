"""Cases that were settled elsewhere or before this program: what went wrong, and what helped."""

from dataclasses import dataclass

from app.domain.exception_case import ExceptionCategory


@dataclass(frozen=True, slots=True)
class PastCase:
    """A case of a file. ``id`` is the file's own name for it; ``resolved`` is None where nothing tells."""

    id: str
    summary: str
    category: ExceptionCategory
    resolution: str = ""
    item: str | None = None
    department: str | None = None
    region: str | None = None
    days_taken: int | None = None
    resolved: bool | None = None

    @property
    def source(self) -> str | None:
        """Where it was: department and region, as far as they are known."""
        return " · ".join(part for part in (self.department, self.region) if part) or None
