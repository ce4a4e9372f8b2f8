"""Who applies is completed and corrected on the case's page; a case comes in without a ticket."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.applicant import ApplicantKind
from app.domain.case_table import CaseAction, CaseState
from app.ports.queries import CaseQuery
from tests.services.at_work import CLERK, SHOP, TREES, HallAtWork, somebody
from tests.ui.cases.office import Office, office_in
from tests.ui.cases.scenes import FIRM, opened
from tests.ui.cases.station import station_in
from tests.ui.worklists import CTRL
from ui.cases.drafts import NOTHING_NEW, ApplicantDraft, NewCase
from ui.cases.state import Pane
from ui.worklist.items import ChosenItem

Key = Qt.Key
CODE = "91350100M000100Y43"


def problem(office: Office) -> str | None:
    """The code of what is said to be wrong."""
    return office.state.problem.code if office.state.problem else None


async def test_the_applicant_becomes_an_organisation_with_a_contact_and_an_agent(
    office: Office, hall: HallAtWork
) -> None:
    number = await opened(hall)
    await office.look_at(number)
    correcting = office.presenter.correcting
    correcting.open()
    office.presenter.act()
    assert problem(office) == "case.rule.nothing_corrected"
    correcting.write(ApplicantDraft(ApplicantKind.ORGANISATION, code=CODE))
    office.presenter.act()
    assert problem(office) == "cases.lacking.organisation"
    correcting.write(ApplicantDraft(ApplicantKind.ORGANISATION, "青溪农场", "91350100M000100Y44"))
    office.presenter.act()
    await office.until(lambda s: not s.busy)
    assert problem(office) == "organisation.rule.code_check_digit"
    draft = ApplicantDraft(
        ApplicantKind.ORGANISATION,
        "青溪农场",
        CODE,
        name="李四",
        agent_name="宋青书",
        agent_phone="13800000002",
    )
    correcting.write(draft)
    office.presenter.act()
    await office.until(lambda s: s.pane is None and not s.busy)
    page = office.page
    assert (page.row.applicant, page.organisation_code) == ("青溪农场", CODE)
    assert (page.contact, page.agent, page.phone) == ("李*", "宋*", "138****0621")
    assert office.state.applicant == ApplicantDraft()

    correcting.open()
    assert office.state.applicant == ApplicantDraft(ApplicantKind.ORGANISATION, "青溪农场", CODE)
    correcting.write(ApplicantDraft(drops_agent=True))
    office.presenter.act()
    await office.until(lambda s: s.pane is None and not s.busy)
    assert (office.page.row.applicant, office.page.organisation_code, office.page.agent) == (
        "李*",
        None,
        None,
    )


async def test_a_case_comes_in_without_a_ticket(office: Office, hall: HallAtWork) -> None:
    opening = office.presenter.opening
    await opening.items.refresh()
    opening.open()
    office.presenter.act()
    assert problem(office) == "cases.lacking.item"
    opening.items.search(TREES)
    opening.choose_item(TREES)
    state = await office.until(lambda s: s.new.situations)
    who = ApplicantDraft(name="王小敏", phone="13812340621", agent_name="宋青书")
    office.presenter.typed.write_new(
        NewCase(state.new.item, state.new.situations, state.new.situations[0], who)
    )
    office.presenter.act()
    office.presenter.act()
    await office.until(lambda s: s.page is not None and s.item is not None and not s.busy)
    assert (office.page.row.state, office.page.row.item) == (CaseState.RECEIVED, TREES)
    assert office.page.row.situation == state.new.situations[0]
    assert (office.page.row.applicant, office.page.agent, office.page.trips) == ("王*", "宋*", ())
    assert (office.state.pane, office.state.new) == (None, NOTHING_NEW)
    assert [message.code for message in office.view.said] == ["cases.received"]
    assert len(await hall.ports.readers.cases(CaseQuery(open_only=False))) == 1


async def test_a_new_case_waits_without_persons_through_a_restart(hall: HallAtWork, tmp_path: Path) -> None:
    who = ApplicantDraft(ApplicantKind.ORGANISATION, "青溪农场", CODE, name="王小敏", agent_name="宋青书")
    new = NewCase(ChosenItem(SHOP, "个体工商户设立登记"), applicant=who)
    async with office_in(hall, tmp_path, CLERK) as office:
        office.presenter.opening.open()
        office.presenter.typed.write_new(new)
        assert "王小敏" not in repr(office.state)
        office.presenter.back()
        assert office.state.pane is None
    kept = (tmp_path / "drafts.json").read_text("utf-8")
    assert "青溪农场" in kept
    assert not any(name in kept for name in ("王小敏", "宋青书"))
    async with office_in(hall, tmp_path, CLERK) as office:
        assert office.state.new == NewCase(new.item, applicant=who.without_person())


async def test_another_case_is_looked_at_while_a_new_one_waits(office: Office, hall: HallAtWork) -> None:
    first, second = await opened(hall), await opened(hall)
    await office.look_at(first)
    office.presenter.correcting.open()
    office.presenter.correcting.write(ApplicantDraft(name="李四"))
    office.presenter.listing.open(second)
    assert (office.state.pane, office.state.applicant) == (None, ApplicantDraft())


async def test_received_by_keyboard_alone(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
    async with station_in(hall, tmp_path, CLERK) as station:
        await station.until(lambda s: s.rows is not None and s.hall is not None)
        await station.room.presenter.opening.items.refresh()
        station.press(Key.Key_N, CTRL)
        form = station.work.new
        assert station.state.pane is Pane.NEW
        assert QApplication.focusWidget() is form.item.search.edit
        station.press(Key.Key_Return, CTRL)
        assert form.problem.text() == "请选择事项。"
        station.type("gtgsh")
        station.press(Key.Key_Return)
        assert station.state.new.item is not None
        form.applicant.kind.setFocus()
        station.press(Key.Key_Right)
        station.press(Key.Key_2)
        assert form.applicant.organisation.isVisible() == (
            station.state.new.applicant.kind is ApplicantKind.ORGANISATION
        )
        form.applicant.people["name"].setFocus()
        station.type("Li Si")
        form.applicant.people["phone"].setFocus()
        assert form.applicant.people["name"].text() == "L*"
        station.press(Key.Key_Escape)
        assert station.state.pane is None
        station.press(Key.Key_N, CTRL)
        assert station.state.new.applicant.name == "Li Si"
        form.applicant.edited.emit(ApplicantDraft(name="Li Si"))
        station.press(Key.Key_Return, CTRL)
        await station.until(lambda s: s.pane is None and s.page is not None)
        assert station.state.page is not None
        assert station.state.page.row.applicant == "L*"
        assert station.work.case.isAncestorOf(QApplication.focusWidget())


async def test_corrected_at_the_page(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
    number = await opened(hall, TREES, FIRM)
    async with station_in(hall, tmp_path, CLERK) as station:
        station.room.presenter.listing.open(number)
        await station.until(lambda s: s.page is not None)
        station.click(station.work.context.correct)
        form = station.work.applicant
        fields = form.fields
        assert station.work.middle.currentWidget() is form
        assert fields.organisation.text() == FIRM.organisation
        assert [fields.people[name].placeholderText() for name in ("name", "phone", "agent_name")] == [
            "周*",
            "139****0621",
            "宋*",
        ]
        fields.people["identity"].setFocus()
        station.type(somebody(9).identity)
        station.press(Key.Key_Return, CTRL)
        await station.until(lambda s: s.pane is None and not s.busy)
        identity = (await hall.ports.readers.case(number)).identity
        assert identity is not None
        assert identity.endswith(somebody(9).identity[-2:])


@pytest.mark.parametrize("size", [(1366, 768), (960, 540)])
async def test_the_forms_fit(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path, size: tuple[int, int]
) -> None:
    number = await opened(hall, TREES, FIRM)
    async with station_in(hall, tmp_path, CLERK, size=size) as station:
        presenter = station.room.presenter
        presenter.listing.open(number)
        await station.until(lambda s: s.page is not None and s.item)
        presenter.acting.choose(CaseAction.TAKE_PAPERS)
        for show in (lambda: None, presenter.correcting.open, presenter.opening.open):
            show()
            hint = station.room.widget.minimumSizeHint()
            assert (hint.width() <= size[0], hint.height() <= size[1]) == (True, True), hint
