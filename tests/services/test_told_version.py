"""A case follows the version of its item that told it: what the catalogue changes between two trips leads nowhere."""

from dataclasses import replace

from app.domain.case_table import CaseState
from app.domain.catalogue import Material
from app.domain.ids import ItemVersionId
from app.domain.judgement import Judgement, ShortcomingKind, Verdict
from app.services import case_intake
from app.services.link_case import link_case
from app.services.notices import issue_notice, notify_case
from app.services.open_case import HandedIn
from app.services.paper import notice_pdf
from app.services.telling import Again
from tests.documents.paper import text_of
from tests.refusals import refused
from tests.services.at_work import CLERK, COUNTER, DAY, HOUSE, SUPERVISOR, TREES, HallAtWork

NEW = "疫木除治方案"


async def changed(hall: HallAtWork, *materials: str, code: str = TREES) -> None:
    """A new version of the item, in force from now on, that asks for these; each as it was asked for before."""
    async with hall.ports.uow() as u:
        item = await u.catalogue.in_force(code, DAY)
        known = {m.name: m for m in item.materials}
        asked = tuple(
            replace(known.get(name, Material(0, name)), number=number)
            for number, name in enumerate(materials, 1)
        )
        version = ItemVersionId(u.new_id())
        await u.catalogue.add_version(
            replace(item, id=version, version_number=item.version_number + 1, materials=asked, situations=())
        )
        await u.commit()


async def names(hall: HallAtWork, code: str = TREES) -> list[str]:
    return [m.name for m in (await hall.ports.readers.item(code)).materials_for(None)]


async def told(hall: HallAtWork, number: str, *missing: str, again: Again | None = None) -> None:
    """The whole list judged as it is in force now; these are missing."""
    judged = tuple(
        Judgement(at, Verdict.MISSING, text="请补交") if name in missing else Judgement(at, Verdict.COMPLETE)
        for at, name in enumerate(await names(hall), 1)
    )
    await hall.do(CLERK, notify_case, number, judged, again)


async def test_what_only_the_new_version_asks_for_is_named_comes_and_is_taken_on(hall: HallAtWork) -> None:
    number = (await hall.do(CLERK, case_intake.open_case, TREES)).row.number
    await changed(hall, *await names(hall), NEW)
    await told(hall, number, NEW)
    case = await hall.ports.readers.case(number)
    last = len(await names(hall))
    assert [(row.material, row.name) for row in case.outstanding] == [(last, NEW)]
    case = await hall.do(CLERK, case_intake.supplement_case, number, frozenset({last}))
    assert [paper.name for paper in case.papers] == [NEW]
    case = await hall.do(CLERK, case_intake.accept_case, number)
    assert case.row.state is CaseState.ACCEPTED


async def test_a_list_in_another_order_ticks_off_the_paper_that_was_told(hall: HallAtWork) -> None:
    before = await names(hall)
    handed_in = (HandedIn(1, 2), HandedIn(2))
    number = (await hall.do(CLERK, case_intake.open_case, TREES, handed_in=handed_in)).row.number
    await told(hall, number, before[2])
    await changed(hall, *reversed(before[1:]), NEW)
    case = await hall.ports.readers.case(number)
    assert [row.name for row in case.outstanding] == [before[2]], "it goes on by what was told"
    case = await hall.do(CLERK, case_intake.supplement_case, number, frozenset({3}))
    assert [(paper.material, paper.name) for paper in case.papers] == list(enumerate(before[:3], 1))
    await told(hall, number, NEW, again=Again("目录已更新", hall.staff[SUPERVISOR]))
    case = await hall.ports.readers.case(number)
    now = await names(hall)
    assert [row.name for row in case.outstanding] == [NEW]
    numbered = {paper.name: paper.material for paper in case.papers}
    assert numbered == {
        before[1]: now.index(before[1]) + 1, before[2]: now.index(before[2]) + 1, before[0]: len(now) + 1,
    }  # fmt: skip
    kept = {paper.name: paper.handed_in for paper in case.papers}
    assert kept[before[0]] == 2, "what is not asked for any more was handed in all the same"


async def test_a_number_that_means_something_else_now_is_new(hall: HallAtWork) -> None:
    before = await names(hall)
    number = (await hall.do(CLERK, case_intake.open_case, TREES)).row.number
    await told(hall, number, before[0])
    await changed(hall, NEW, *before)
    again = Again("目录已更新", hall.staff[SUPERVISOR])
    await told(hall, number, before[0], again=again)
    await told(hall, number, NEW, again=again)
    async with hall.ports.uow() as u:
        case = await u.cases.by_number(number)
        assert [notice.names_new for notice in await u.notices.of_case(case.id)] == [0, 0, 1]


async def test_told_for_another_situation_it_goes_on_by_that(hall: HallAtWork) -> None:
    item = await hall.ports.readers.item(HOUSE)
    situation = item.situations[0].name
    number = (await hall.do(CLERK, case_intake.open_case, HOUSE, situation)).row.number
    ticket = await hall.served(HOUSE)
    await hall.do(CLERK, link_case, COUNTER, number)
    asked = item.materials_for(None)
    missing = tuple(Judgement(m.number, Verdict.MISSING) for m in asked if m.required)
    shortcomings = frozenset(judgement.material for judgement in missing)
    await hall.do(CLERK, issue_notice, ticket.number, HOUSE, missing)
    case = await hall.ports.readers.case(number)
    assert (case.row.situation, {row.material for row in case.outstanding}) == (None, shortcomings)
    await hall.do(CLERK, case_intake.supplement_case, number, shortcomings)
    await hall.do(CLERK, case_intake.accept_case, number)


async def test_a_case_that_nobody_told_anew_keeps_its_version(hall: HallAtWork) -> None:
    number = (await hall.do(CLERK, case_intake.open_case, TREES)).row.number
    asked = len(await names(hall))
    await changed(hall, NEW)
    case = await hall.do(CLERK, case_intake.take_papers, number, (HandedIn(asked),))
    assert [paper.material for paper in case.papers] == [asked]
    with refused("notice.rule.foreign_material"):
        await hall.do(CLERK, case_intake.take_papers, number, (HandedIn(asked + 1),))


async def test_the_slip_counts_the_copies_of_a_wrong_paper_that_came_by_whatever_number(
    hall: HallAtWork,
) -> None:
    before = await names(hall)
    handed_in = (HandedIn(1, 7), HandedIn(2, 9))
    number = (await hall.do(CLERK, case_intake.open_case, TREES, handed_in=handed_in)).row.number
    await changed(hall, *reversed(before))
    numbers = range(1, len(before) + 1)
    wrong = Judgement(len(before), Verdict.WRONG, ShortcomingKind.OTHER, "看不清")
    judged = (wrong, *(Judgement(n, Verdict.COMPLETE) for n in numbers if n != wrong.material))
    notice = await hall.do(CLERK, notify_case, number, judged)
    due, came = "—", "7"
    assert f"看不清——{due}{came}——" in text_of(await notice_pdf(hall.ports, notice))
