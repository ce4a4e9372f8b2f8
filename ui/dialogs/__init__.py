"""Dialogs to await, a last resort: ``confirm(…)``, ``decide(…)``, ``choose(…)``, ``ask_reason(…)``."""

from ui.dialogs.base import Dialog, answer_of
from ui.dialogs.choose import choose
from ui.dialogs.confirm import confirm
from ui.dialogs.decide import Way, decide
from ui.dialogs.reason import Reason, ask_reason

__all__ = ["Dialog", "Reason", "Way", "answer_of", "ask_reason", "choose", "confirm", "decide"]
