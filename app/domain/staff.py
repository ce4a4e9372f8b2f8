"""People who work in the hall, and what each role may do."""

from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from app.domain.errors import NotPermitted, RuleBroken
from app.domain.ids import DepartmentId, StaffId


class Role(StrEnum):
    """What a member of staff is."""

    ADMINISTRATOR = "administrator"
    SUPERVISOR = "supervisor"
    GUIDE = "guide"
    CLERK = "clerk"


class Permission(StrEnum):
    """What a command needs."""

    ISSUE = "issue"
    SERVE = "serve"
    NOTIFY = "notify"
    NOTIFY_AGAIN = "notify_again"
    DOCUMENT_VOID = "document_void"
    PRINT = "print"
    EXCEPTION_OPEN = "exception_open"
    EXCEPTION_HANDLE = "exception_handle"
    EXCEPTION_DIRECT = "exception_direct"
    RATE = "rate"
    RATING_HANDLE = "rating_handle"
    RATING_DIRECT = "rating_direct"
    APPEAL = "appeal"
    REMIND = "remind"
    REMINDER_ANSWER = "reminder_answer"
    SET_UP = "set_up"


class StaffState(StrEnum):
    """Whether the person may sign in."""

    ACTIVE = "active"
    DISABLED = "disabled"


SHORTEST_PASSWORD = 6
"""Characters."""

_FLOOR = {Permission.EXCEPTION_OPEN, Permission.NOTIFY, Permission.PRINT}
PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: frozenset({Permission.SET_UP, Permission.EXCEPTION_OPEN}),
    Role.SUPERVISOR: frozenset(set(Permission) - {Permission.SET_UP}),
    Role.GUIDE: frozenset(_FLOOR | {Permission.ISSUE, Permission.RATE}),
    Role.CLERK: frozenset(
        _FLOOR
        | {
            Permission.SERVE,
            Permission.EXCEPTION_HANDLE,
            Permission.RATING_HANDLE,
            Permission.APPEAL,
            Permission.REMINDER_ANSWER,
        }
    ),
}


def who_may(permission: Permission) -> tuple[Role, ...]:
    """The roles that have the permission."""
    return tuple(role for role in Role if permission in PERMISSIONS[role])


class StaffAction(StrEnum):
    """What can happen to a member of staff."""

    ADD = "add"
    SIGN_IN = "sign_in"
    SIGN_IN_FAILED = "sign_in_failed"
    RESET_PASSWORD = "reset_password"
    DISABLE = "disable"


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A member of staff; the name is public inside the hall and masked towards citizens."""

    id: StaffId
    number: str
    name: str
    role: Role
    password_hash: str
    department: DepartmentId | None = None
    state: StaffState = StaffState.ACTIVE
    version: int = 1

    def disable(self) -> "StaffMember":
        """The same person, who can no longer sign in.

        Raises:
            RuleBroken: already disabled.
        """
        if self.state is StaffState.DISABLED:
            raise RuleBroken("staff.rule.already_disabled", number=self.number)
        return replace(self, state=StaffState.DISABLED)

    def must_be_active(self) -> None:
        """Refuse who can no longer work here.

        Raises:
            NotPermitted: disabled.
        """
        if self.state is StaffState.DISABLED:
            raise NotPermitted("staff.rule.disabled", number=self.number)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a signed-in member of staff, at a station (empty on the command line)."""

    staff: StaffId
    number: str
    name: str
    role: Role
    department: DepartmentId | None = None
    station: str = ""

    def must(self, permission: Permission) -> None:
        """Refuse what the role does not allow.

        Raises:
            NotPermitted: the role lacks the permission.
        """
        if permission not in PERMISSIONS[self.role]:
            raise NotPermitted("staff.rule.not_permitted", role=self.role, permission=permission)


UNATTENDED = Actor(StaffId(UUID(int=0)), "", "", Role.ADMINISTRATOR)
"""The hall itself, with nobody signed in: it is set up, its calendar takes steps, its printers tell how paper fares."""
