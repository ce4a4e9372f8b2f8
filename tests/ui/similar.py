"""Waiting for cases like what somebody tells, beside the words."""

import asyncio
from collections.abc import Callable

from app.ports.case_search import SimilarCase
from ui.similar_card import SimilarBeside

Found = tuple[SimilarCase, ...]
LONGEST = 20.0

TOLD, KNOWN = "房产证地址和门牌号写法不一样，户口落不了", "EX036"
"""What somebody tells, and the known case that is like it: house and door number are written differently."""


async def shown_beside(
    beside: SimilarBeside, tell: Callable[[], None], fits: Callable[[Found], object]
) -> list[str]:
    """Let somebody tell it, and wait until cases are shown that fit; their numbers."""
    shown: asyncio.Future[Found] = asyncio.get_running_loop().create_future()
    show = beside.show_cases

    def show_and_tell(found: Found) -> None:
        show(found)
        if fits(found) and not shown.done():
            shown.set_result(found)

    beside.show_cases = show_and_tell  # type: ignore[method-assign]
    tell()
    async with asyncio.timeout(LONGEST):
        found = await shown
    beside.show_cases = show  # type: ignore[method-assign]
    return [one.case.number for one in found]
