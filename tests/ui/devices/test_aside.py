import asyncio
from threading import Event, current_thread

import pytest

from ui.devices.aside import Aside


async def test_work_is_done_in_another_thread_and_answers() -> None:
    assert await Aside("test").run(lambda: current_thread().name) == "test"


async def test_what_fails_there_fails_here() -> None:
    def fail() -> None:
        raise ValueError("no paper")

    with pytest.raises(ValueError, match="no paper"):
        await Aside("test").run(fail)


async def test_whoever_waits_may_give_up_and_the_loop_goes_on() -> None:
    aside, release = Aside("test"), Event()
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(aside.run(release.wait), 0.05)
    release.set()
    assert await aside.run(lambda: "next") == "next"
