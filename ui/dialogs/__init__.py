"""Dialogs to await: ``await confirm(…)``, ``await ask_reason(…)``, ``await choose(…)``, ``await decide(…)``; a last resort."""

from ui.dialogs.base import Dialog, answer_of
from ui.dialogs.choose import choose
from ui.dialogs.confirm import confirm
from ui.dialogs.decide import Way, decide
from ui.dialogs.reason import Reason, ask_reason

__all__ = ["Dialog", "Reason", "Way", "answer_of", "ask_reason", "choose", "confirm", "decide"]
