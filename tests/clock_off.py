"""A PostgreSQL whose clock is wrong: every station that asks it for the time is told another one than its own."""

import asyncpg

_CLOCK = """
CREATE OR REPLACE FUNCTION public.clock_timestamp() RETURNS timestamptz VOLATILE LANGUAGE sql
AS $$ SELECT pg_catalog.clock_timestamp() + interval '{seconds} s' $$
"""


async def set_clock_off(url: str, seconds: float) -> None:
    """Put the clock of the database at the URL forward; sessions that begin afterwards read this one."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        await connection.execute(_CLOCK.format(seconds=seconds))
        name = await connection.fetchval("SELECT current_database()")
        await connection.execute(f'ALTER DATABASE "{name}" SET search_path = public, pg_catalog')
    finally:
        await connection.close()
