"""The tablet's window: large faces, nothing chosen beforehand, and what is being written stays."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.rating import LONGEST_COMMENT, RatingLevel
from app.texts import LANGUAGES, Language, Texts
from tests.ui.rate.tablets import ASKED, ASKING, CHOSEN, FAILED, LOST, NAME, RESTING, THANKING
from ui.rate.faces import FACES
from ui.rate.view import RateView
from ui.theme import LIGHT, Look, active

FINGER = 48
"""Px: what a finger hits."""


@pytest.fixture
def tablet(qtbot: QtBot, dressed: QApplication) -> RateView:
    view = RateView(Texts("zh"))
    qtbot.addWidget(view.window)
    view.window.resize(1366, 768)
    view.window.show()
    return view


def test_five_faces_and_none_is_chosen(tablet: RateView) -> None:
    tablet.render(ASKING)
    buttons = tablet.window.ask.faces.buttons
    assert [b.text() for b in buttons] == ["非常满意", "满意", "基本满意", "不满意", "非常不满意"]
    assert not any(b.isChecked() for b in buttons)
    assert not tablet.window.ask.send_button.isEnabled()
    assert all(min(b.width(), b.height()) > 3 * FINGER for b in buttons)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_level_is_larger_than_another_and_a_tablet_holds_all(
    qtbot: QtBot, dressed: QApplication, language: Language, scale: float
) -> None:
    active.apply(Look(LIGHT, scale))
    view = RateView(Texts(language))
    qtbot.addWidget(view.window)
    view.window.resize(1024, 768)
    view.render(ASKING)
    view.window.show()
    widths = [button.width() for button in view.window.ask.faces.buttons]
    assert max(widths) - min(widths) <= 1
    assert (view.window.width(), view.window.height()) == (1024, 768)
    active.apply(Look(LIGHT))


def test_every_level_has_a_colour_and_a_shape_of_its_own() -> None:
    assert list(FACES) == list(RatingLevel)
    for one, other in combinations(FACES.values(), 2):
        assert one[0] != other[0]
        assert one[1] != other[1]


def test_a_touch_tells_the_level_and_chooses_nothing_by_itself(qtbot: QtBot, tablet: RateView) -> None:
    tablet.render(ASKING)
    face = tablet.window.ask.faces.buttons[3]
    with qtbot.waitSignal(tablet.level_chosen) as told:
        qtbot.mouseClick(face, Qt.MouseButton.LeftButton)
    assert told.args == [RatingLevel.DISSATISFIED]
    assert not face.isChecked()
    tablet.render(CHOSEN)
    assert face.isChecked()
    assert tablet.window.ask.send_button.isEnabled()


def test_what_is_sent_is_what_was_written(qtbot: QtBot, tablet: RateView) -> None:
    tablet.render(CHOSEN)
    tablet.window.ask.comment.setPlainText("等太久")
    tablet.render(FAILED)
    with qtbot.waitSignal(tablet.sent) as sent:
        qtbot.mouseClick(tablet.window.ask.send_button, Qt.MouseButton.LeftButton)
    assert sent.args == ["等太久"]
    assert tablet.window.ask.problem.isVisible()
    with qtbot.waitSignal(tablet.refused):
        qtbot.mouseClick(tablet.window.ask.refuse_button, Qt.MouseButton.LeftButton)


def test_the_next_persons_field_is_empty(tablet: RateView) -> None:
    tablet.render(ASKING)
    tablet.window.ask.comment.setPlainText("前一位的话")
    tablet.render(RESTING)
    assert tablet.window.ask.comment.toPlainText() == ""
    tablet.render(ASKING)
    tablet.window.ask.comment.setPlainText("前一位的话")
    tablet.render(replace(ASKING, asked=replace(ASKED, errand=UUID(int=9))))
    assert tablet.window.ask.comment.toPlainText() == ""


def test_a_comment_ends_where_the_rule_ends_it(qtbot: QtBot, tablet: RateView) -> None:
    tablet.render(ASKING)
    tablet.window.ask.comment.setPlainText("慢" * LONGEST_COMMENT)
    qtbot.keyClicks(tablet.window.ask.comment, "x")
    assert len(tablet.window.ask.comment.toPlainText()) == LONGEST_COMMENT


@pytest.mark.parametrize(
    ("state", "page"), [(RESTING, "rest"), (ASKING, "ask"), (THANKING, "thanks"), (LOST, "rest")]
)
def test_the_page_of_each_state(tablet: RateView, state: object, page: str) -> None:
    tablet.render(state)  # type: ignore[arg-type]
    assert tablet.window.pages.currentWidget() is getattr(tablet.window, page)


def test_out_of_touch_it_says_so_and_asks_nothing(tablet: RateView) -> None:
    tablet.render(LOST)
    assert "联系不上" in tablet.window.standing.text()
    tablet.render(ASKING)
    assert tablet.window.standing.text() == ""


@pytest.fixture
def usual_look(dressed: QApplication) -> Iterator[None]:
    yield
    active.apply(Look())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("size", "scale"),
    [((1024, 768), 1.0), ((1024, 768), 1.25), ((1024, 768), 1.5), ((1366, 768), 1.75), ((1366, 768), 2.0)],
)
def test_in_large_print_a_small_screen_still_holds_faces_and_both_ways_on(
    qtbot: QtBot,
    dressed: QApplication,
    usual_look: None,
    language: Language,
    size: tuple[int, int],
    scale: float,
) -> None:
    active.apply(Look(LIGHT, scale))
    view = RateView(Texts(language))
    qtbot.addWidget(view.window)
    view.window.resize(*size)
    view.window.show()
    for state in (RESTING, replace(ASKING, asked=replace(ASKED, item_name=2 * NAME)), FAILED, THANKING, LOST):
        view.render(state)
        dressed.processEvents()
        assert view.window.size().toTuple() == size
    view.render(FAILED)
    dressed.processEvents()
    ask = view.window.ask
    for target in (*ask.faces.buttons, ask.refuse_button, ask.send_button, ask.comment):
        at = target.rect().translated(target.mapTo(view.window, target.rect().topLeft()))
        assert view.window.rect().contains(at)
        assert min(at.width(), at.height()) >= FINGER
    faces = ask.faces.buttons
    assert all(face.height() >= face.minimumSizeHint().height() for face in faces)
    for words in (ask.about, ask.problem):
        assert words.height() >= words.heightForWidth(words.width())


def test_what_went_wrong_stands_where_the_words_on_privacy_stood(tablet: RateView) -> None:
    tablet.render(CHOSEN)
    assert tablet.window.ask.privacy.isVisible()
    tablet.render(FAILED)
    assert tablet.window.ask.problem.isVisible()
    assert not tablet.window.ask.privacy.isVisible()
