"""The steps of a follow-up as they are offered, each with its form."""

from app.domain.follow_up_table import FollowUpAction
from ui.follow_ups import rules
from ui.follow_ups.state import FollowUpsState
from ui.follow_ups.view_forms import AssignForm, ask_form, review_form
from ui.follow_ups.wording import ACTION_ICONS
from ui.words import Words
from ui.worklist.action_area import ActionArea, Deed
from ui.worklist.forms import Form

_A = FollowUpAction


def action_area(words: Words) -> ActionArea[FollowUpsState]:
    """The foot of a follow-up: every step takes words, some ask for more."""
    deeds = {
        action: Deed(
            words(f"follow_ups.do.{action.value}"),
            ACTION_ICONS[action],
            words(f"follow_ups.hint.{action.value}"),
        )
        for action in rules.ORDER
    }
    forms: dict[FollowUpAction, Form[FollowUpsState]] = {
        _A.ASSIGN: AssignForm(words),
        _A.ASK: ask_form(words),
        rules.REVIEW: review_form(words),
    }
    found_out = Deed(
        words("follow_ups.do.contact.unreachable"), "magnifying-glass",
        words("follow_ups.hint.contact.unreachable"),
    )  # fmt: skip

    def otherwise(state: FollowUpsState) -> dict[FollowUpAction, Deed]:
        """Who left no phone cannot be contacted: what happened is found out in another way."""
        return {_A.CONTACT: found_out} if state.page is not None and not state.page.is_reachable else {}

    return ActionArea(words, rules, deeds, forms, otherwise=otherwise)
