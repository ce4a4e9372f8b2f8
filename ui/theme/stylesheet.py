"""The one style sheet, written with token names and lengths at scale 1, made real for a look."""

import re
from functools import lru_cache

from resources import resource
from ui.theme.look import Look

_TOKEN = re.compile(r"@(\w+)")
_LENGTH = re.compile(r"\b(\d+)px")
_HAIRLINE = 2  # borders and rings of one or two px stay crisp at every scale


@lru_cache(maxsize=16)
def stylesheet_of(look: Look) -> str:
    """The style sheet of ``look``. Raises AttributeError for a token that does not exist."""
    template = resource("styles", "base.qss").read_text("utf-8")
    coloured = _TOKEN.sub(lambda found: str(getattr(look.tokens, found[1])), template)
    return _LENGTH.sub(lambda found: f"{_scaled(int(found[1]), look)}px", coloured)


def _scaled(length: int, look: Look) -> int:
    return length if length <= _HAIRLINE else look.px(length)
