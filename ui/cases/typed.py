"""What this station keeps of what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ui.cases.drafts import NOTHING_NEW, CaseDraft, NewCase
from ui.cases.state import CasesState
from ui.worklist.typed import Typed


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file holds: drafts by the number of the case, and the new case; without persons."""

    cases: Mapping[str, CaseDraft] = field(default_factory=dict)
    new: NewCase = NOTHING_NEW


class TypedCases(Typed[CasesState, Kept]):
    """The drafts of cases, and a new one."""

    def write_new(self, new: NewCase) -> None:
        """Something was typed or chosen about the new case."""
        self._desk.change(new=new, problem=None)
        self._changed.set()

    def _brought_back(self, kept: Kept) -> dict[str, Any]:
        return {"drafts": kept.cases, "new": kept.new}

    def _to_keep(self) -> Kept:
        state = self._desk.state
        drafts = {number: draft.without_person() for number, draft in state.drafts.items()}
        return Kept(drafts, state.new.to_keep())
