import asyncio
from collections.abc import Callable

import pytest
from uuid_utils.compat import uuid7

from app.domain.errors import RuleBroken
from app.domain.ids import CommandId, StaffId
from app.domain.staff import Actor, Role
from app.ports.errors import DatabaseAway
from app.services.use_case import Command
from ui.orders import Orders

CLERK = Actor(StaffId(1), "0101", "何敏", Role.CLERK)
OTHER = Actor(StaffId(2), "0102", "陈立", Role.CLERK)


class Hall:
    """Takes commands; the answers to the first ``losses`` of them get lost."""

    def __init__(self, losses: int = 0) -> None:
        self.losses = losses
        self.commands: list[Command] = []

    async def answer(self, command: Command) -> str:
        self.commands.append(command)
        if len(self.commands) <= self.losses:
            raise DatabaseAway("database.away")
        return "done"


def orders_of(actor: Callable[[], Actor] = lambda: CLERK, repeat_after: float = 0.0) -> Orders:
    return Orders(lambda: Command(CommandId(uuid7()), actor()), repeat_after)


async def test_the_same_order_after_a_lost_answer_is_the_same_command() -> None:
    orders, hall = orders_of(), Hall(losses=1)
    with pytest.raises(DatabaseAway):
        await orders.give("A001", hall.answer)
    assert await orders.give("A001", hall.answer) == "done"
    first, again = hall.commands
    assert again == first


async def test_an_answered_order_given_again_is_a_new_command() -> None:
    orders, hall = orders_of(), Hall()
    await orders.give("A001", hall.answer)
    await orders.give("A001", hall.answer)
    first, again = hall.commands
    assert again.id != first.id


async def test_a_refused_order_given_again_is_a_new_command() -> None:
    orders, commands = orders_of(), list[Command]()

    async def refuse(command: Command) -> None:
        commands.append(command)
        raise RuleBroken("ticket.rule.not_waiting")

    for _ in range(2):
        with pytest.raises(RuleBroken):
            await orders.give("A001", refuse)
    assert commands[0].id != commands[1].id


async def test_nobody_gives_the_order_of_somebody_else() -> None:
    chair = [CLERK]
    orders, hall = orders_of(lambda: chair[0]), Hall(losses=1)
    with pytest.raises(DatabaseAway):
        await orders.give("A001", hall.answer)
    chair[0] = OTHER
    await orders.give("A001", hall.answer)
    assert [command.actor for command in hall.commands] == [CLERK, OTHER]
    assert hall.commands[0].id != hall.commands[1].id


async def test_what_is_forgotten_is_meant_anew() -> None:
    orders, hall = orders_of(), Hall(losses=1)
    with pytest.raises(DatabaseAway):
        await orders.give("A001", hall.answer)
    orders.forget()
    await orders.give("A001", hall.answer)
    assert hall.commands[0].id != hall.commands[1].id


async def test_an_order_is_repeated_until_it_is_answered() -> None:
    orders, hall, lost = orders_of(), Hall(losses=3), list[int]()
    answer = await orders.give_until_answered("A001", hall.answer, lambda: lost.append(1))
    assert answer == "done"
    assert len(lost) == 3
    assert len({command.id for command in hall.commands}) == 1


async def test_a_person_can_have_it_repeated_now_and_give_up() -> None:
    orders, hall, lost = orders_of(repeat_after=600), Hall(losses=9), asyncio.Event()

    async def decide() -> None:
        await lost.wait()
        lost.clear()
        orders.repeat()
        await lost.wait()
        orders.give_up()

    with pytest.raises(DatabaseAway):
        await asyncio.gather(orders.give_until_answered("A001", hall.answer, lost.set), decide())
    assert len(hall.commands) == 2
