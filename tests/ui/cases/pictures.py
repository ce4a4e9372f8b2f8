"""The cases station to be looked at: ``python -m tests.ui.cases.pictures FOLDER``.

People and cases in it are invented.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from app.domain.applicant import ApplicantKind
from app.domain.case_parts import Keeping, PaperForm, RefusalGround, Result, WatchKind
from app.domain.case_table import CaseAction, CaseState
from app.domain.judgement import Judgement, Verdict
from app.domain.print_job import PaperKind
from app.ports.change_feed import Touch
from app.ports.rows import CaseRow
from app.texts import Language
from tests.services.at_work import CLERK, TREES
from tests.ui.cases.scenes import FIRM, SCENES, WATER
from tests.ui.cases.station import StationAtWork, station_in
from tests.ui.worklist_hall import hall_of, make_hall_in
from tests.ui.worklist_pictures import main
from ui.cases.drafts import ApplicantDraft, CaseDraft, PaperDraft
from ui.cases.state import CasesState, Scope
from ui.cases.view_material_forms import NotifyForm
from ui.judged import Draft


async def _look(
    station: StationAtWork, wanted: Callable[[CaseRow], bool], action: CaseAction | None = None
) -> None:
    listing = station.room.presenter.listing
    listing.show(Scope.ALL)
    await station.until(lambda state: state.scope is Scope.ALL and len(state.rows or ()) > 5)
    number = next(row.number for row in station.state.rows or () if wanted(row))
    listing.show(Scope.OPEN)
    listing.open(number)
    await station.until(
        lambda s: s.scope is Scope.OPEN and s.page is not None and s.page.row.number == number
    )
    if action is not None:
        station.room.presenter.acting.choose(action)
    station.room.view.focus_action()


async def nobody(station: StationAtWork) -> None:
    """The sign-in."""
    station.room.presenter.signing.sign_out()


async def first(station: StationAtWork) -> None:
    """The list and its most urgent case."""


async def to_tell(station: StationAtWork) -> None:
    """A licence that nobody has told yet: when it counts as accepted."""
    await _look(station, lambda row: row.applicant == FIRM.organisation)


async def told(station: StationAtWork) -> None:
    """What was missing, to be ticked off."""
    await _look(station, lambda row: row.state is CaseState.NOTIFIED)
    assert station.state.page is not None
    first = station.state.page.outstanding[0].material
    station.room.presenter.typed.write_case(CaseDraft(ticked=frozenset({first})))


async def judging(station: StationAtWork) -> None:
    """Every material judged before anything is told."""
    await _look(station, lambda row: row.applicant == FIRM.organisation, CaseAction.NOTIFY)
    station.room.presenter.acting.act()


async def beyond(station: StationAtWork) -> None:
    """A material beyond the list, whose basis is still to be written."""
    await _look(station, lambda row: row.applicant == FIRM.organisation, CaseAction.NOTIFY)
    complete = tuple(Judgement(m.number, Verdict.COMPLETE) for m in station.state.materials)
    station.room.presenter.typed.write_case(CaseDraft(judged=Draft(complete)))
    form = station.work.case.area.forms[CaseAction.NOTIFY]
    assert isinstance(form, NotifyForm)
    form.list.beyond.add.click()
    (made,) = form.list.beyond.rows
    made.name.insert("树木权属证明")
    made.basis.setFocus()


async def again(station: StationAtWork) -> None:
    """A further notice, countersigned."""
    await _look(station, lambda row: row.state is CaseState.NOTIFIED, CaseAction.NOTIFY_AGAIN)


async def no_limit(station: StationAtWork) -> None:
    """An item whose page names no limit."""
    await _look(station, lambda row: row.item == WATER)


async def pledging(station: StationAtWork) -> None:
    """Accepted though something follows later: what, by when, and how it comes."""
    station.room.presenter.acting.choose(CaseAction.ACCEPT)
    state = station.state
    late = frozenset(m.number for m in state.materials if m.may_be_late)
    draft = CaseDraft(
        pledged=True, ticked=late, pledged_by=state.pledge_days[-1], pledged_form="原件一份，窗口递交"
    )
    station.room.presenter.typed.write_case(draft)


async def deciding(station: StationAtWork) -> None:
    """A denial without reasons is not taken."""
    await _look(
        station, lambda row: bool(row.watch and row.watch.kind is WatchKind.DECIDE), CaseAction.DECIDE
    )
    station.room.presenter.typed.write_case(CaseDraft(result=Result.DENIED))
    station.room.presenter.acting.act()


async def taking(station: StationAtWork) -> None:
    """How each material came."""
    await _look(station, lambda row: row.state is CaseState.NOTIFIED, CaseAction.TAKE_PAPERS)
    papers = (PaperDraft(1, "1", PaperForm.COPY, Keeping.RETURNED), PaperDraft(2, "2", PaperForm.ELECTRONIC))
    draft = CaseDraft(ticked=frozenset({1, 2, 3}), papers=papers)
    station.room.presenter.typed.write_case(draft)


async def correcting(station: StationAtWork) -> None:
    """The applicant of a case, to be completed."""
    await _look(station, lambda row: row.applicant == FIRM.organisation)
    station.room.presenter.correcting.open()


async def receiving(station: StationAtWork) -> None:
    """A case without a ticket: its item is found, an organisation applies."""
    opening = station.room.presenter.opening
    await opening.items.refresh()
    opening.open()
    opening.items.search(TREES)
    opening.choose_item(TREES)
    await station.until(lambda s: s.new.situations)
    who = ApplicantDraft(ApplicantKind.ORGANISATION, "青溪农场", "91350100M000100Y44", name="周芷若")
    station.room.presenter.typed.write_new(replace(station.state.new, applicant=who))
    opening.receive()
    await station.until(lambda s: not s.busy)


async def searching(station: StationAtWork) -> None:
    """The item of a case without a ticket, being looked for."""
    opening = station.room.presenter.opening
    await opening.items.refresh()
    opening.open()
    opening.items.search("dj")


async def refusing(station: StationAtWork) -> None:
    """Another authority is the right one."""
    await _look(station, lambda row: row.applicant == FIRM.organisation, CaseAction.REFUSE)
    draft = CaseDraft(
        ground=RefusalGround.OTHER_AUTHORITY, right_authority="青溪县水利局", text="取水不由本机关许可"
    )
    station.room.presenter.typed.write_case(draft)


async def paper(station: StationAtWork) -> None:
    """A document as it was issued."""
    await _look(station, lambda row: row.state is CaseState.DECIDED)
    assert station.state.page is not None
    station.room.presenter.looking.open(PaperKind.DOCUMENT, station.state.page.documents[-1].number)
    await station.until(lambda s: s.paper is not None)


async def previewing(station: StationAtWork) -> None:
    """What an acceptance would put on paper."""
    await _look(station, lambda row: row.applicant == FIRM.organisation, CaseAction.ACCEPT)
    station.room.presenter.preview()
    await station.until(lambda s: s.paper is not None)


async def suspended(station: StationAtWork) -> None:
    """A special procedure."""
    await _look(station, lambda row: row.state is CaseState.SUSPENDED)


async def delivering(station: StationAtWork) -> None:
    """A decision that has to reach its applicant."""
    await _look(station, lambda row: row.state is CaseState.DECIDED)


async def delivered(station: StationAtWork) -> None:
    """Delivered, not on file yet."""
    await _look(station, lambda row: row.state is CaseState.DELIVERED)


async def out_of_touch(station: StationAtWork) -> None:
    """The hall is out of touch while a step is on its way."""
    await _look(station, lambda row: row.state is CaseState.DECIDED)
    station.room.view.render(replace(station.state, touch=Touch.LOST, busy=True, unconfirmed=True))


Prepare = Callable[[StationAtWork], Awaitable[None]]
MOMENTS: Mapping[str, tuple[str, Prepare]] = {
    "sign-in": ("empty", nobody),
    "empty": ("empty", first),
    "list": ("normal", first),
    "to-tell": ("normal", to_tell),
    "told": ("normal", told),
    "judging": ("normal", judging),
    "beyond": ("normal", beyond),
    "again": ("normal", again),
    "no-limit": ("normal", no_limit),
    "pledging": ("late", pledging),
    "deciding": ("normal", deciding),
    "taking": ("normal", taking),
    "correcting": ("normal", correcting),
    "receiving": ("normal", receiving),
    "searching": ("normal", searching),
    "refusing": ("normal", refusing),
    "paper": ("normal", paper),
    "previewing": ("normal", previewing),
    "suspended": ("normal", suspended),
    "delivering": ("normal", delivering),
    "delivered": ("normal", delivered),
    "ended": ("broken", first),
    "away": ("normal", out_of_touch),
    "overfull": ("overfull", first),
}


DAYS_OF = {"empty": 0, "late": 0, "broken": 2, "normal": 12, "overfull": 12}
"""How many days a scene takes."""


def _settled(state: CasesState) -> bool:
    return state.rows is not None and (state.page is not None or not state.rows)


@asynccontextmanager
async def arranged(
    folder: Path, moment: str, paper: Path, language: Language, size: tuple[int, int]
) -> AsyncIterator[StationAtWork]:
    """The room, brought to its moment."""
    scene, prepare = MOMENTS[moment]
    async with (
        hall_of(folder) as hall,
        station_in(hall, paper, CLERK, language=language, size=size) as station,
    ):
        hall.pass_time(hours=24 * DAYS_OF[scene])
        station.room.presenter.listing.show(Scope.OPEN)
        await station.until(lambda s: s.scope is Scope.OPEN and _settled(s))
        await prepare(station)
        yield station


if __name__ == "__main__":
    main(MOMENTS, SCENES, make_hall_in, hall_of, arranged)
