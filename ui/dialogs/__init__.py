"""Dialogs to await, a last resort: ``decide(…)``, ``ask_reason(…)``."""

from ui.dialogs.base import Dialog, answer_of
from ui.dialogs.decide import Way, decide
from ui.dialogs.reason import Reason, ask_reason

__all__ = ["Dialog", "Reason", "Way", "answer_of", "ask_reason", "decide"]
