"""The sample hall with one counter at work: somebody is being served, others wait."""

from dataclasses import replace
from pathlib import Path

from app.bootstrap import init_database, open_hall
from app.domain.hall import ALWAYS_OPEN
from app.exchange.catalogue import read_catalogue
from app.exchange.hall import read_hall
from app.services.call_next import call_next
from app.services.calling import start
from app.services.counters import open_counter
from app.services.issue_ticket import ErrandWish, Visitor, issue_ticket
from app.services.set_up_hall import INSTALLER, set_up_hall
from resources import resource
from tests.bench.hall import actors, command

COUNTER = 2
CLERK = "0102"
GUIDE = "0003"
WISH = ErrandWish("IT008")
"""What people at this counter come for."""

_VISITOR = Visitor("张青青", "11010519491231002X", "13800138000")
_WAITING = 12


async def make_sample(url: str, key_file: Path) -> None:
    """The sample hall, open at every hour, with counter 2 serving one person of its line while twelve wait."""
    file = replace(read_hall(resource("hall", "sample.json")), opening_hours=ALWAYS_OPEN)
    catalogue = read_catalogue(resource("catalogue", "catalogue.json"))
    await init_database(url, key_file)
    async with open_hall(url, key_file, "set-up", "zh") as hall:
        ports = hall.ports
        await set_up_hall(ports, command(INSTALLER), file, catalogue, sample=True)
        staff = await actors(url)
        await issue_ticket(ports, command(staff[GUIDE]), (WISH,), _VISITOR)
        for _ in range(_WAITING):
            await issue_ticket(ports, command(staff[GUIDE]), (WISH,))
        await open_counter(ports, command(staff[CLERK]), COUNTER)
        await call_next(ports, command(staff[CLERK]), COUNTER)
        await start(ports, command(staff[CLERK]), COUNTER)
