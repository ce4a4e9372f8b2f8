"""What the audit says was done to each ticket."""

from collections import Counter, defaultdict

from sqlalchemy import select
from sqlalchemy.ext.asyncio import create_async_engine

from db.tables import audit_entries


async def actions_by_ticket(url: str) -> dict[str, dict[str, int]]:
    """How often each action was done to each ticket, by its number."""
    engine = create_async_engine(url)
    entries = select(audit_entries.c.action, audit_entries.c.facts).where(audit_entries.c.topic == "tickets")
    async with engine.connect() as connection:
        rows = (await connection.execute(entries)).all()
    await engine.dispose()
    done: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for action, facts in rows:
        done[facts["number"]][action] += 1
    return {number: dict(actions) for number, actions in done.items()}
