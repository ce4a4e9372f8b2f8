"""The tablet asks when something was finished at its counter, takes one answer, and stops by itself."""

from app.domain.five_ones import Span
from app.domain.rating import RatingLevel, RatingSource
from app.ports.rating_queries import RatingQuery
from app.ports.rows import RatingRow
from tests.ui.rate.tablets import COUNTER, TabletAtWork, serve, tablet_at_work
from tests.ui.stations import SampleHall
from ui.rate.presenter import ASK_SECONDS, THANKS_SECONDS
from ui.rate.state import Page

L = RatingLevel


async def given(tablet: TabletAtWork) -> list[RatingRow]:
    """Every rating of today."""
    readers = tablet.hall.ports.readers
    day = (await readers.hall()).day
    return list(await readers.ratings(RatingQuery(Span(day, day))))


async def test_it_rests_until_somebody_was_served_at_its_counter(hall: SampleHall) -> None:
    async with tablet_at_work(hall) as tablet, hall.at_work() as people:
        assert tablet.view.last.page is Page.REST
        await people.open(3)
        await serve(people, 3)
        await people.open(COUNTER)
        number = await serve(people)
        asked = await tablet.asked()
        assert asked.asked is not None
        assert (asked.asked.number, asked.level, asked.may_send) == (number, None, False)
    assert all(state.level is None for state in tablet.view.states)


async def test_one_answer_is_kept_and_thanked_for(hall: SampleHall) -> None:
    async with tablet_at_work(hall) as tablet, hall.at_work() as people:
        await people.open(COUNTER)
        number = await serve(people)
        await tablet.asked()
        tablet.presenter.choose(L.DISSATISFIED)
        tablet.presenter.choose(L.SATISFIED)
        tablet.presenter.send("很快")
        tablet.presenter.send("很快")
        await tablet.view.until(lambda state: state.page is Page.THANKS)
        (rating,) = await given(tablet)
        assert (rating.ticket, rating.level, rating.source, rating.comment) == (
            number, L.SATISFIED, RatingSource.TABLET, "很快",
        )  # fmt: skip
        tablet.pauses.end(THANKS_SECONDS)
        rested = await tablet.view.until(lambda state: state.page is Page.REST)
        assert (rested.asked, rested.level) == (None, None)
    assert tablet.reported == []


async def test_without_a_level_nothing_is_sent(hall: SampleHall) -> None:
    async with tablet_at_work(hall) as tablet, hall.at_work() as people:
        await people.open(COUNTER)
        await serve(people)
        await tablet.asked()
        tablet.presenter.send("只有话")
        assert not tablet.view.last.busy
        assert await given(tablet) == []


async def test_the_question_goes_when_the_next_one_is_called(hall: SampleHall) -> None:
    async with tablet_at_work(hall) as tablet, hall.at_work() as people:
        await people.open(COUNTER)
        await serve(people)
        await tablet.asked()
        tablet.presenter.choose(L.SATISFIED)
        await people.issue()
        await people.call(COUNTER)
        gone = await tablet.view.until(lambda state: state.page is Page.REST)
        assert gone.level is None
        assert await given(tablet) == []


async def test_the_question_goes_by_itself_after_a_while(hall: SampleHall) -> None:
    async with tablet_at_work(hall) as tablet, hall.at_work() as people:
        await people.open(COUNTER)
        await serve(people)
        await tablet.asked()
        tablet.pauses.end(ASK_SECONDS)
        await tablet.view.until(lambda state: state.page is Page.REST)
        await tablet.presenter.reload()
        assert tablet.view.last.page is Page.REST


async def test_who_would_rather_not_say_is_not_asked_again_but_the_next_one_is(hall: SampleHall) -> None:
    async with tablet_at_work(hall) as tablet, hall.at_work() as people:
        await people.open(COUNTER)
        first = await serve(people)
        await tablet.asked()
        tablet.presenter.close_question()
        await tablet.presenter.reload()
        assert tablet.view.last.page is Page.REST
        await serve(people)
        asked = await tablet.asked()
        assert asked.asked is not None
        assert asked.asked.number != first


async def test_an_answer_that_comes_too_late_is_told_and_leaves_no_trace(hall: SampleHall) -> None:
    async with tablet_at_work(hall) as tablet, hall.at_work() as people:
        await people.open(COUNTER)
        await serve(people)
        await tablet.asked()
        tablet.presenter.choose(L.SATISFIED)
        tablet.presenter.send("")
        await tablet.view.until(lambda state: state.page is Page.THANKS)
        async with tablet_at_work(hall) as twin:
            assert twin.view.last.page is Page.REST
        assert len(await given(tablet)) == 1
