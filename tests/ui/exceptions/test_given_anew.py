"""Nothing is stuck: a case is given to somebody else, returned, judged anew; a negative answer is taken back."""

from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel
from app.domain.message import Message
from app.texts import Texts
from tests.ui.exceptions.hall import HANDLER, OTHER_CLERK, HallAtWork
from tests.ui.exceptions.office import Office
from tests.ui.exceptions.test_path import at, in_hand
from ui.exceptions import rules
from ui.exceptions.state import Scope
from ui.exceptions.view_story import story_of
from ui.exceptions.wording import owed_text, owner_text

_A, _S = ExceptionAction, ExceptionState
WORDS = Texts("zh")


async def test_what_nobody_is_left_to_work_on_waits_for_who_directs(office: Office, hall: HallAtWork) -> None:
    handled, number = await in_hand(hall), await in_hand(hall)
    await hall.disable(HANDLER)
    office.presenter.listing.show(Scope.MINE)
    await office.until(lambda s: len(rules.listed(s)) == 2)
    await office.look_at(number)
    assert office.state.page is not None
    assert owed_text(WORDS, office.state.policy, office.state.page).startswith("另行交办")
    assert owner_text(WORDS, office.state.page.row) == "政务办"
    assert rules.action_of(office.state) is _A.ASSIGN
    await office.act(handler=OTHER_CLERK)
    assert office.state.problem == Message("exception.rule.say_why")
    await office.act("承办人调离", handler=OTHER_CLERK)
    assert at(office) is _S.ASSIGNED
    await office.until(lambda s: [row.number for row in rules.listed(s)] == [handled])


async def test_what_is_in_hand_may_be_given_to_another_or_returned(office: Office, hall: HallAtWork) -> None:
    number = await in_hand(hall)
    await office.look_at(number)
    assert rules.action_of(office.state) is _A.NOTE, "its handler is there"
    await office.choose(_A.ASSIGN, "改由他办", handler=OTHER_CLERK)
    assert at(office) is _S.ASSIGNED
    await office.work_as(OTHER_CLERK)
    assert rules.action_of(office.state) is _A.TAKE
    await office.act()
    await office.choose(_A.RETURN, "不属本部门")
    assert at(office) is _S.TRIAGED


async def test_a_wrong_judgement_is_corrected_after_a_return(office: Office, hall: HallAtWork) -> None:
    number = await hall.open("刷不了卡")
    await hall.triage(number)
    await office.look_at(number)
    assert rules.action_of(office.state) is _A.ASSIGN
    await office.choose(_A.TRIAGE, "看错了", category="biometrics", level=ExceptionLevel.COMPLEX)
    story = [entry.detail for entry in story_of(WORDS, office.state)]
    assert story[-2] == "类别 证件信息不一致 → 生物识别失败；难易 一般 → 复杂\n看错了"


async def test_who_proposed_a_negative_answer_takes_it_back(office: Office, hall: HallAtWork) -> None:
    number = await in_hand(hall)
    await office.work_as(HANDLER)
    await office.look_at(number)
    await office.choose(_A.DENY, "办不了", basis="户口登记条例")
    await office.choose(_A.WITHDRAW, "另想办法")
    assert at(office) is _S.IN_HAND
