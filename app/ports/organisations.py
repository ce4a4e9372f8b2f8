"""Organisations as registered."""

from typing import Protocol


class OrganisationCodes(Protocol):
    """Checks 统一社会信用代码 (GB 32100)."""

    def __call__(self, typed: str) -> str:
        """The code in its one form.

        Raises:
            BadInput: wrong length, characters or check digit.
        """
