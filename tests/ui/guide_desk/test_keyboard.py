"""One hand on the keyboard, in the real window, with a real hall behind it."""

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.message import Message
from app.domain.person import Personal
from app.domain.policy import Priority
from app.domain.ticket_table import TicketState
from tests.photos import PHOTO
from tests.ui.given_files import drop
from tests.ui.guide_desk.morning import GUIDE, TRANSFER, Morning
from tests.ui.guide_desk.room_at_work import RoomAtWork
from ui.guide_desk.state import GroupKind, Pane, PrintStage
from ui.widgets.choice import Segment
from ui.widgets.text import Text

MOST_KEYS = 6
"""Beside the initials, from the focused search box: ux.md."""
ENTER = Qt.Key.Key_Return
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


async def test_initials_and_two_enters_issue_a_ticket(room: RoomAtWork, morning: Morning) -> None:
    initials = "gyjsyd"
    assert QApplication.focusWidget() is room.view.search.box.edit
    room.type(initials)
    room.press(ENTER)
    room.press(ENTER)
    state = await room.until(lambda state: state.issued and state.prints.get(state.issued.number))
    assert room.keys - len(initials) <= MOST_KEYS
    (ticket,) = await morning.tickets()
    assert (ticket.number, ticket.errand.item) == ("A001", TRANSFER)
    assert state.issued is not None
    assert room.view.ticket.result.figure.text() == "A001"
    assert QApplication.focusWidget() is room.view.search.box.edit
    assert room.view.search.box.text() == ""
    await room.until(lambda state: state.prints["A001"].stage is PrintStage.DONE)
    assert len(room.tickets.papers) == 1


async def test_enter_pressed_twice_issues_one_ticket(room: RoomAtWork, morning: Morning) -> None:
    room.type("gyjsyd")
    for _ in range(4):
        room.press(ENTER)
    await room.until(lambda state: state.issued)
    assert len(await morning.tickets()) == 1


async def test_a_hand_still_on_enter_picks_nothing_for_the_next_person(room: RoomAtWork) -> None:
    room.type("gyjsyd")
    room.press(ENTER)
    room.press(ENTER)
    await room.until(lambda state: state.issued)
    room.press(ENTER)
    assert room.state.draft.errands == ()
    room.type("jzz")
    room.press(ENTER)
    await room.until(lambda state: state.draft.errands)


async def test_enter_in_the_last_field_leads_to_the_one_next_action(room: RoomAtWork) -> None:
    room.type("gyjsyd")
    room.press(ENTER)
    await room.until(lambda state: state.draft.errands)
    room.view.ticket.visitor.inputs[Personal.PHONE].setFocus()
    room.press(ENTER)
    assert QApplication.focusWidget() is room.view.ticket.bar.issue_button


async def test_a_class_is_chosen_on_the_way_to_the_ticket(room: RoomAtWork, morning: Morning) -> None:
    room.type("gyjsyd")
    room.press(ENTER)
    await room.until(lambda state: state.draft.errands)
    pregnant, elderly = room.view.ticket.visitor.priority.findChildren(Segment)[-2:]
    QTest.mouseClick(elderly, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is room.view.ticket.bar.issue_button
    pregnant.setFocus()
    room.press(ENTER)
    assert QApplication.focusWidget() is room.view.ticket.bar.issue_button
    room.press(ENTER)
    await room.until(lambda state: state.issued)
    (ticket,) = await morning.tickets()
    assert ticket.priority is Priority.ELDERLY


async def test_letters_typed_over_a_chosen_item_search_for_another(
    room: RoomAtWork, morning: Morning
) -> None:
    room.type("gyjsyd")
    room.press(ENTER)
    await room.until(lambda state: state.draft.errand and state.draft.errand.item)
    for letter in "jzz":
        room.type(letter)
    assert QApplication.focusWidget() is room.view.search.box.edit
    assert room.view.search.box.text() == "jzz"
    room.press(ENTER)
    room.press(ENTER)
    await room.until(lambda state: state.issued)
    (ticket,) = await morning.tickets()
    assert ticket.errand.item != TRANSFER


async def test_letters_find_the_search_when_nothing_has_the_keyboard(room: RoomAtWork) -> None:
    edit = room.view.search.box.edit
    edit.clearFocus()  # as after a ticket was revived with the mouse, and its button went away
    QTest.keyClick(room.view.widget.window(), "j")
    assert (edit.hasFocus(), edit.text()) == (True, "j")
    room.press(Qt.Key.Key_F3)
    room.view.find.box.edit.clearFocus()
    QTest.keyClick(room.view.widget.window(), "z")
    assert edit.text() == "j"


async def test_arrows_choose_another_item(room: RoomAtWork) -> None:
    room.type("bdc")
    first = room.state.groups[0].hits[0].code
    room.press(Qt.Key.Key_Down)
    room.press(ENTER)
    state = await room.until(lambda state: state.draft.errands)
    assert state.draft.errands[0].code != first


async def test_the_preedit_of_an_input_method_is_searched(room: RoomAtWork) -> None:
    room.view.search.box.use_input_method(True)
    event = QInputMethodEvent("b'd'c", [])
    QApplication.sendEvent(room.view.search.box.edit, event)
    state = await room.until(lambda state: state.searched == "bdc")
    assert state.groups[0].hits[0].code == TRANSFER


async def test_materials_and_situations_are_chosen_by_number_keys(room: RoomAtWork) -> None:
    room.type("gyjsyd")
    room.press(ENTER)
    state = await room.until(lambda state: state.draft.errand and state.draft.errand.item)
    room.press(Qt.Key.Key_1, ALT)
    assert state.draft.errand is not None
    situation = state.draft.errand.row.situations[0]
    await room.until(lambda state: state.draft.errand and state.draft.errand.situation == situation)
    room.press(Qt.Key.Key_1)
    room.press(Qt.Key.Key_2)
    room.press(Qt.Key.Key_1)
    errand = room.state.draft.errand
    assert errand is not None
    assert errand.brought == {errand.materials[1].number}
    rows = room.view.ticket.item.materials.rows
    assert [row.tick.isChecked() for row in rows][:2] == [False, True]


async def test_a_material_is_set_aside_by_ctrl_and_its_number_and_then_not_asked_for(
    room: RoomAtWork, morning: Morning
) -> None:
    room.type("gyjsyd")
    room.press(ENTER)
    state = await room.until(lambda state: state.draft.errand and state.draft.errand.item)
    assert state.draft.errand is not None
    count = len(state.draft.errand.needed)
    room.press(Qt.Key.Key_2)
    room.press(Qt.Key.Key_2, CTRL)
    room.press(Qt.Key.Key_1, CTRL)
    room.press(Qt.Key.Key_1, CTRL)
    errand = room.state.draft.errand
    assert errand is not None
    first, second = (m.number for m in errand.materials[:2])
    assert (errand.not_applicable, errand.brought) == ({second}, frozenset())
    assert first in {m.number for m in errand.missing}
    row = room.view.ticket.item.materials.rows[1]
    assert (row.tick.isChecked(), row.property("tint")) == (False, "")
    room.press(Qt.Key.Key_F9)
    told = (await room.until(lambda state: state.told)).told
    assert told is not None
    assert {p.material for p in told.problems} == {m.number for m in errand.needed}
    assert len(told.problems) == count - 1


async def test_a_click_sets_aside_and_leaves_enter_to_the_ticket(room: RoomAtWork, morning: Morning) -> None:
    room.type("gyjsyd")
    room.press(ENTER)
    await room.until(lambda state: state.draft.errand and state.draft.errand.item)
    row = room.view.ticket.item.materials.rows[1]
    row.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    QTest.mouseClick(row.aside, Qt.MouseButton.LeftButton)
    room.press(ENTER)
    await room.until(lambda state: state.issued)
    (ticket,) = await morning.tickets()
    assert (ticket.errand.brought, ticket.errand.not_applicable) == (frozenset(), {2})


async def test_escape_leads_back_and_loses_nothing(room: RoomAtWork) -> None:
    room.type("gyjsyd")
    room.press(ENTER)
    await room.until(lambda state: state.draft.errands)
    room.press(Qt.Key.Key_F6)
    room.type("王小敏")
    room.press(Qt.Key.Key_F3)
    assert room.state.pane is Pane.FIND
    room.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is room.view.search.box.edit
    assert room.state.pane is Pane.TICKET
    assert room.state.draft.visitor.name == "王小敏"
    assert room.view.ticket.visitor.inputs[Personal.NAME].text() == "王*"


async def test_f4_adds_another_item(room: RoomAtWork, morning: Morning) -> None:
    room.type("gyjsyd")
    room.press(ENTER)
    room.press(Qt.Key.Key_F4)
    room.type("jzz")
    room.press(ENTER)
    await room.until(lambda state: len(state.draft.errands) == 2)
    room.press(ENTER)
    await room.until(lambda state: state.issued)
    (ticket,) = await morning.tickets()
    assert len(ticket.errands) == 2


async def test_f9_prints_a_slip_and_issues_no_ticket(room: RoomAtWork, morning: Morning) -> None:
    room.type("gyjsyd")
    room.press(ENTER)
    await room.until(lambda state: state.can_consult)
    room.press(Qt.Key.Key_F9)
    await room.until(lambda state: state.told)
    assert await morning.tickets() == []


async def test_numbers_are_masked_once_their_field_is_left(room: RoomAtWork) -> None:
    field = room.view.ticket.visitor.inputs[Personal.IDENTITY]
    field.setFocus()
    room.type("110101199003078494")
    assert field.text() == "110101199003078494"
    room.press(Qt.Key.Key_Escape)
    assert field.text() == "11**************94"
    assert field.value() == "110101199003078494"
    assert room.state.draft.visitor.checks[Personal.IDENTITY].ok


async def test_a_field_being_written_is_never_rendered_over(room: RoomAtWork, morning: Morning) -> None:
    field = room.view.ticket.visitor.inputs[Personal.NAME]
    field.setFocus()
    room.type("王")
    field.setCursorPosition(0)
    await morning.ticket()
    await room.room.presenter.read_desk()
    room.type("小")
    assert field.text() == "小王"
    assert field.hasFocus()


async def test_what_another_desk_without_a_name_does_is_seen_here(room: RoomAtWork, morning: Morning) -> None:
    await morning.elsewhere()
    state = await room.until(lambda state: state.desk and state.desk.recent)
    assert state.desk is not None
    assert state.desk.recent[0].state is TicketState.WAITING
    assert room.view.side.recent.rows.row_widgets()


async def test_the_first_item_stays_chosen_while_the_usual_ones_change(
    room: RoomAtWork, morning: Morning
) -> None:
    entries = room.view.search.list
    await room.until(lambda state: state.groups)
    await morning.elsewhere()
    state = await room.until(lambda state: state.groups[0].kind is GroupKind.USUAL and state)
    assert entries.current_key() == (GroupKind.USUAL, state.groups[0].hits[0].code)


async def test_who_is_disabled_meanwhile_is_shown_the_door(room: RoomAtWork, morning: Morning) -> None:
    await morning.disable(GUIDE)
    state = await room.until(lambda state: state.actor is None and state.signing_in.problem)
    assert state.signing_in.problem == Message("staff.rule.disabled", {"number": GUIDE})
    assert room.view.widget.currentWidget() is room.view.sign_in
    assert any("停用" in text.text() for text in room.view.sign_in.findChildren(Text) if text.isVisible())


async def test_somebody_else_can_take_the_desk(room: RoomAtWork) -> None:
    room.type("gyjsyd")
    room.press(ENTER)
    await room.until(lambda state: state.draft.errands)
    room.room.presenter.signing.sign_out()
    assert room.view.widget.currentWidget() is room.view.sign_in
    room.view.sign_in.submitted.emit("0003", "wrong")
    await room.until(lambda state: state.signing_in.problem)
    room.view.sign_in.submitted.emit("0003", "sample")
    state = await room.until(lambda state: state.actor)
    assert [errand.code for errand in state.draft.errands] == [TRANSFER]


async def test_every_letter_about_an_exception_is_kept_until_it_is_registered(room: RoomAtWork) -> None:
    room.press(Qt.Key.Key_F10)
    form = room.view.exception
    room.type("mismatch")
    form.phone.setFocus()
    room.type("13812345678")
    kept = room.state.exception.wish
    assert (kept.summary, kept.phone) == ("mismatch", "13812345678")
    form.fill(kept)
    assert form.summary.toPlainText() == "mismatch"
    room.press(ENTER, CTRL)
    assert not room.state.exception.busy
    assert form.category.accessibleDescription(), "a category is asked for: none is chosen unasked"
    assert form.category.isAncestorOf(QApplication.focusWidget())
    room.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert not form.category.accessibleDescription()
    room.press(ENTER, CTRL)
    await room.until(lambda state: state.exception.registered)
    assert room.state.exception.wish.summary == form.summary.toPlainText() == form.phone.value() == ""


async def test_files_and_nobody_named_about_an_exception(
    room: RoomAtWork, morning: Morning, tmp_path: Path
) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(PHOTO)
    room.press(Qt.Key.Key_F10)
    form = room.view.exception
    room.type("mismatch")
    form.phone.setFocus()
    room.type("13812345678")
    form.anonymous.click()
    assert (form.phone.isEnabled(), form.ticket.isEnabled()) == (False, False)
    assert drop(form.summary.viewport(), photo)
    assert form.summary.toPlainText() == "mismatch"
    form.summary.setFocus()
    room.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    room.press(ENTER, CTRL)
    number = (await room.until(lambda state: state.exception.registered)).exception.registered
    assert number is not None
    page = await morning.hall.ports.readers.exception(number)
    assert (page.phone, [file.name for file in page.attachments]) == (None, ["photo.png"])
    assert (form.anonymous.isChecked(), room.state.exception.wish.files) == (False, ())
