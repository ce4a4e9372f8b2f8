"""What the rules say to people, before it is put into words."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """A text to be, by code; ``app.texts`` turns it into Chinese or English.

    Parameters are plain values (str, int, date, datetime) and never unmasked personal data.
    """

    code: str
    params: Mapping[str, object] = field(default_factory=dict)
