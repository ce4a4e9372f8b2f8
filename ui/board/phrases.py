"""Sentences with one figure in them, taken apart so that the figure can be painted larger than its words."""

from ui.words import Words

_FIGURE = "\0"


def around(words: Words, code: str, field: str) -> tuple[str, str]:
    """What stands before and after ``{field}`` in the words of ``code``."""
    before, _, after = words(code, **{field: _FIGURE}).partition(_FIGURE)
    return before.strip(), after.strip()
