"""Which way an arrow points for a direction that the hall has written in words."""

_ARROWS = {
    "←": "arrow-left",
    "→": "arrow-right",
    "↑": "arrow-up",
    "↓": "arrow-down",
    "↖": "arrow-up-left",
    "↗": "arrow-up-right",
    "↙": "arrow-down-left",
    "↘": "arrow-down-right",
}
_LEFT = ("左", "left")
_RIGHT = ("右", "right")


def arrow_and_words(direction: str) -> tuple[str, str]:
    """The icon of the arrow (empty for none) and what is to be read.

    A hall that writes the arrow itself (``→ Hall B``) is always right; otherwise “left” or “right” in its words
    decides, and words with both or neither have no arrow: none is better than a wrong one.
    """
    first, rest = direction[:1], direction[1:].strip()
    if first in _ARROWS:
        return _ARROWS[first], rest
    lower = direction.lower()
    left, right = (any(word in lower for word in side) for side in (_LEFT, _RIGHT))
    if left == right:
        return "", direction
    return _ARROWS["←" if left else "→"], direction
