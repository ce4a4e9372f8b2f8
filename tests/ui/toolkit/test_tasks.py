import asyncio

from ui.tasks import TaskSupervisor


class Seen:
    """Remembers failures."""

    def __init__(self) -> None:
        self.failures: list[tuple[str, BaseException]] = []

    def __call__(self, name: str, error: BaseException) -> None:
        self.failures.append((name, error))


async def boom() -> None:
    raise ValueError("boom")


async def test_a_failure_surfaces_with_its_name() -> None:
    seen = Seen()
    tasks = TaskSupervisor(seen)
    tasks.start(boom(), name="read the queue")
    await tasks.idle()
    [(name, error)] = seen.failures
    assert name == "read the queue"
    assert isinstance(error, ValueError)


async def test_closing_cancels_reading_and_waits_for_writing() -> None:
    seen, done = Seen(), []
    tasks, release = TaskSupervisor(seen), asyncio.Event()

    async def read() -> None:
        await asyncio.Event().wait()

    async def write() -> None:
        await release.wait()
        done.append("written")

    reading = tasks.start(read(), name="read")
    tasks.run_command(write(), name="finish the ticket")
    closing = asyncio.get_running_loop().create_task(tasks.close())
    await asyncio.sleep(0)
    assert not closing.done()
    release.set()
    await closing
    assert reading.cancelled()
    assert done == ["written"]
    assert seen.failures == []


async def test_a_write_that_fails_while_closing_still_surfaces() -> None:
    seen = Seen()
    tasks = TaskSupervisor(seen)
    tasks.run_command(boom(), name="issue")
    await tasks.close()
    assert [name for name, _ in seen.failures] == ["issue"]


async def test_nothing_runs_after_closing() -> None:
    ran: list[str] = []
    tasks = TaskSupervisor(Seen())
    await tasks.close()

    async def late() -> None:
        ran.append("late")

    tasks.start(late(), name="late")
    await tasks.idle()
    assert ran == []


async def test_a_newer_search_replaces_the_older_one() -> None:
    found: list[str] = []
    tasks = TaskSupervisor(Seen())

    async def search(text: str) -> None:
        await asyncio.sleep(0)
        found.append(text)

    tasks.start(search("b"), name="search", replace=True)
    tasks.start(search("bdc"), name="search", replace=True)
    await tasks.idle()
    assert found == ["bdc"]


async def test_the_end_of_a_cancelled_search_is_not_interrupted() -> None:
    tasks, begun, may_end = TaskSupervisor(Seen()), asyncio.Event(), asyncio.Event()
    ended: list[str] = []

    async def search() -> None:
        try:
            begun.set()
            await asyncio.Event().wait()
        finally:
            await may_end.wait()
            ended.append("given back")

    tasks.start(search(), name="search")
    await begun.wait()
    tasks.cancel("search")
    await asyncio.sleep(0)
    tasks.cancel("search")
    async with asyncio.TaskGroup() as group:
        group.create_task(tasks.close())
        await asyncio.sleep(0)
        may_end.set()
    assert ended == ["given back"]
