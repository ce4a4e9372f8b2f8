"""What this station keeps of what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ui.cases.drafts import CaseDraft
from ui.cases.state import CasesState
from ui.worklist.typed import Typed


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file holds: drafts by the number of the case, without persons."""

    cases: Mapping[str, CaseDraft] = field(default_factory=dict)


class TypedCases(Typed[CasesState, Kept]):
    """The drafts of cases."""

    def _brought_back(self, kept: Kept) -> dict[str, Any]:
        return {"drafts": kept.cases}

    def _to_keep(self) -> Kept:
        return Kept({number: draft.without_person() for number, draft in self._desk.state.drafts.items()})
