"""What this station keeps of what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ui.exceptions.drafts import NOTHING_NEW, CaseDraft, NewCase
from ui.exceptions.group_state import GroupDraft, JoinDraft
from ui.exceptions.state import ExceptionsState
from ui.worklist.typed import MOST_DRAFTS, Typed

D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file holds, as ``to_keep`` makes it: drafts by the number of case or group, and the new case."""

    cases: Mapping[str, CaseDraft] = field(default_factory=dict)
    new: NewCase = NOTHING_NEW
    groups: Mapping[str, GroupDraft] = field(default_factory=dict)
    joins: Mapping[str, JoinDraft] = field(default_factory=dict)


class TypedExceptions(Typed[ExceptionsState, Kept]):
    """The drafts of cases and groups, and a new case."""

    def write_new(self, new: NewCase) -> None:
        """Something was typed or chosen about the new case."""
        self._desk.change(new=new)
        self._changed.set()

    def write_group(self, number: str, draft: GroupDraft | None) -> None:
        """Something was typed or chosen about a group; None when it has been done."""
        self._desk.change(group_drafts=_with(self._desk.state.group_drafts, number, draft), problem=None)
        self._changed.set()

    def write_join(self, number: str, draft: JoinDraft | None) -> None:
        """Something was typed or chosen about where a case belongs; None when it has been done."""
        self._desk.change(joins=_with(self._desk.state.joins, number, draft), problem=None)
        self._changed.set()

    def _brought_back(self, kept: Kept) -> dict[str, Any]:
        return {"drafts": kept.cases, "new": kept.new, "group_drafts": kept.groups, "joins": kept.joins}

    def _to_keep(self) -> Kept:
        state = self._desk.state
        drafts = {number: draft.to_keep() for number, draft in state.drafts.items()}
        groups = {number: draft.to_keep() for number, draft in state.group_drafts.items()}
        joins = {number: draft.to_keep() for number, draft in state.joins.items()}
        return Kept(drafts, state.new.to_keep(), groups, joins)


def _with(drafts: Mapping[str, D], number: str, draft: D | None) -> dict[str, D]:
    """The latest of them, with this one or without it."""
    others = {key: value for key, value in drafts.items() if key != number}
    if draft is not None:
        others[number] = draft
    return dict(list(others.items())[-MOST_DRAFTS:])
