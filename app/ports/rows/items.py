"""Items in a list."""

from dataclasses import dataclass

from app.domain.catalogue import HandlingType, Regime


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item in a list; ``department`` is its name, ``line`` the prefix or None when nobody serves it."""

    code: str
    name: str
    department: str
    handling: HandlingType | None
    promised_days: str | None
    regime: Regime
    online: bool | None
    situations: tuple[str, ...]
    materials: tuple[str, ...]
    line: str | None
