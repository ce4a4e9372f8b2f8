"""Who may do what."""

from uuid import uuid4

import pytest

from app.domain.errors import NotPermitted
from app.domain.ids import StaffId
from app.domain.staff import Actor, Permission, Role, StaffMember, StaffState
from tests.refusals import refused

SETTLED = {
    Role.ADMINISTRATOR: {"set_up", "exception_open"},
    Role.SUPERVISOR: {
        "issue",
        "serve",
        "notify",
        "notify_again",
        "document_void",
        "print",
        "exception_open",
        "exception_handle",
        "exception_direct",
        "rate",
        "rating_handle",
        "rating_direct",
        "appeal",
        "remind",
        "reminder_answer",
    },
    Role.GUIDE: {"issue", "notify", "print", "exception_open", "rate"},
    Role.CLERK: {
        "serve",
        "notify",
        "print",
        "exception_open",
        "exception_handle",
        "rating_handle",
        "appeal",
        "reminder_answer",
    },
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", Permission)
def test_a_role_may_what_is_settled_and_nothing_else(role: Role, permission: Permission) -> None:
    actor = Actor(StaffId(uuid4()), "0101", "陈立安", role)
    if permission in SETTLED[role]:
        actor.must(permission)
        return
    with refused("staff.rule.not_permitted", NotPermitted, role=role, permission=permission):
        actor.must(permission)


def test_a_member_is_disabled_once() -> None:
    gone = StaffMember(StaffId(uuid4()), "0101", "陈立安", Role.CLERK, "").disable()
    assert gone.state is StaffState.DISABLED
    with refused("staff.rule.already_disabled", number="0101"):
        gone.disable()
