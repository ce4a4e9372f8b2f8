"""Which signal of the view leads to which method of the presenter."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from app.domain.errand import Outcome
from app.domain.judgement import ShortcomingKind, Verdict
from app.domain.paper_code import is_paper
from ui.counter import rules
from ui.counter.intents import Intent
from ui.counter.leaving import Leave, remains
from ui.counter.presenter import CounterPresenter
from ui.counter.sheet_transfer import CLERK, COUNTER, LINE
from ui.counter.state import CounterState
from ui.counter.view import CounterView
from ui.tasks import TaskSupervisor

Work = Coroutine[Any, Any, None]
Run = Callable[[Work], object]


def connect(view: CounterView, presenter: CounterPresenter, tasks: TaskSupervisor) -> None:
    """Connect everything a person can do; each thing asked for is a task that closing the room waits for."""

    def run(work: Work) -> None:
        tasks.run_command(work, name="counter command")

    view.asked.connect(lambda intent, ticket: run(presenter.ask(Intent(intent), ticket or None)))
    view.shape_switched.connect(presenter.switch_shape)
    _connect_signing(view, presenter, run)
    _connect_judging(view, presenter, run)
    _connect_sheets(view, presenter, run)
    view.body.unconfirmed.action.connect(presenter.orders.give_up)
    view.progress.cancelled.connect(presenter.orders.give_up)
    view.window.retry_requested.connect(presenter.orders.repeat)
    view.scanned.connect(lambda code: _scan(view, presenter, run, code))
    view.paper.put_away.connect(presenter.papers.put_away)
    view.leaving.asked.connect(lambda: tasks.start(_leave(view, presenter, tasks), name="ask before leaving"))


def _connect_signing(view: CounterView, presenter: CounterPresenter, run: Run) -> None:
    card = view.body.sign_in.card
    card.submitted.connect(lambda number, password: run(presenter.signing.sign_in(number, password)))
    card.cancelled.connect(presenter.close_sheet)


def _connect_judging(view: CounterView, presenter: CounterPresenter, run: Run) -> None:
    materials, judging = view.body.desk.materials, presenter.judging
    materials.judged.connect(lambda number, verdict: judging.judge(number, Verdict(verdict)))
    materials.kind_chosen.connect(lambda number, kind: judging.choose_kind(number, ShortcomingKind(kind)))
    materials.remark_edited.connect(judging.write_remark)
    materials.beyond_edited.connect(judging.ask_beyond)
    for part in (view.body.person, view.body.desk.history):
        part.slip_clicked.connect(lambda number: run(presenter.look_at(number)))


def _connect_sheets(view: CounterView, presenter: CounterPresenter, run: Run) -> None:
    sheets, actions = view.sheets, presenter.actions
    by_reason: dict[str, Callable[[str], Work]] = {
        Intent.HOLD: actions.hold,
        Intent.PAUSE: actions.pause,
        Intent.CALL_TICKET: presenter.call_chosen,
    }
    sheets.cancelled.connect(presenter.close_sheet)
    sheets.typed.connect(presenter.words.write)
    sheets.reason_given.connect(lambda intent, reason: run(by_reason[intent](reason)))
    sheets.finish.chosen.connect(lambda outcome, *ending: run(actions.finish(Outcome(outcome), *ending)))
    sheets.abandon.confirmed.connect(lambda: run(presenter.confirm_abandon()))
    sheets.transfer.sent.connect(lambda *sent: run(_transfer(presenter, *sent)))
    sheets.exception.opened.connect(lambda telling: run(actions.open_exception(telling)))
    sheets.case.searched.connect(lambda text: run(presenter.trips.find(text)))
    sheets.case.taken.connect(lambda number, brought: run(presenter.trips.take_up(number, brought)))
    sheets.item.searched.connect(presenter.search_items)
    sheets.item.corrected.connect(lambda item, situation: run(actions.change_item(item, situation or None)))


def _scan(view: CounterView, presenter: CounterPresenter, run: Run, code: str) -> None:
    """A paper leads to its case in the sheet of a further trip, which opens for it while somebody is served; else to
    its record. Anything else was meant for the field.
    """
    if not is_paper(code):
        view.insert(code)
    elif _asks_for_case(presenter.state):
        view.sheets.case.scan(code)
    elif presenter.state.busy is None and Intent.CASE in rules.offered(presenter.state):
        run(_look_for_case(view, presenter, code))
    else:
        run(presenter.papers.look_up(code))


def _asks_for_case(state: CounterState) -> bool:
    return state.sheet is not None and state.sheet.intent is Intent.CASE


async def _look_for_case(view: CounterView, presenter: CounterPresenter, code: str) -> None:
    await presenter.ask(Intent.CASE)
    if _asks_for_case(presenter.state):
        view.sheets.case.scan(code)


async def may_leave(view: CounterView, presenter: CounterPresenter, tasks: TaskSupervisor) -> bool:
    """Whether the person wants to go, and nothing keeps them. The question may be dropped with the room; closing the
    counter is a command, which is waited for.
    """
    answer = await view.leaving.ask()
    if answer is Leave.CLOSE:
        await asyncio.shield(tasks.run_command(presenter.ask(Intent.CLOSE), name="counter command"))
        return remains(presenter.state) is None
    return answer is Leave.QUIT


async def _leave(view: CounterView, presenter: CounterPresenter, tasks: TaskSupervisor) -> None:
    if await may_leave(view, presenter, tasks):
        view.leave()


async def _transfer(presenter: CounterPresenter, kind: str, target: str, reason: str) -> None:
    await presenter.actions.transfer(
        reason,
        line=target if kind == LINE else None,
        to_counter=int(target) if kind == COUNTER else None,
        to_clerk=target if kind == CLERK else None,
    )
