"""What somebody judged an exception case to be, and the words for it: on screens, on paper and in files."""

from dataclasses import dataclass

from app.domain.exception_terms import ExceptionLevel
from app.domain.message import Message


@dataclass(frozen=True, slots=True)
class Judged:
    """Category and level as a step of the story has them; ``was`` is what they were before, None where nobody knows.

    ``category_name`` is empty where the category is called as usual.
    """

    category: str
    level: ExceptionLevel
    category_name: str = ""
    was: "Judged | None" = None


def judged_words(judged: Judged) -> Message:
    """Category and level; what differs from before beside what it was."""
    was = judged.was or judged
    told = {
        "category": _turned(_category(was), _category(judged)),
        "level": _turned(Message(f"exception_level.{was.level}"), Message(f"exception_level.{judged.level}")),
    }
    return Message("exceptions.judged", told)


def _category(judged: Judged) -> Message | str:
    return judged.category_name or Message(f"exception_category.{judged.category}")


def _turned(was: Message | str, now: Message | str) -> Message | str:
    return now if was == now else Message("exceptions.judged.turned", {"was": was, "now": now})
