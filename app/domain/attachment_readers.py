"""Who may read the files of an exception case: photos and scans, often of papers that prove who somebody is."""

from collections.abc import Collection
from typing import TypeVar

from app.domain.attachment import Attachment
from app.domain.errors import NotPermitted
from app.domain.exception_case import ExceptionCase
from app.domain.exception_table import ExceptionAction
from app.domain.ids import StaffId
from app.domain.staff import PERMISSIONS, Actor, Permission, Role

Who = TypeVar("Who", StaffId, str)


def concerned_with(case: ExceptionCase) -> frozenset[StaffId]:
    """Who registered the case, and everybody who has or had it, or a part of it, to work on."""
    opened = {step.by for step in case.steps if step.action is ExceptionAction.OPEN}
    worked = {step.handler for step in case.steps}
    return frozenset(who for who in opened | worked if who is not None)


def may_read(reader: Who, role: Role, concerned: Collection[Who], added_by: Who) -> bool:
    """Whether a file is this person's business: who is concerned with the case, who added it, who directs cases.

    Others work on other cases, and an administrator on none. People are told apart by id, on screens by number.
    """
    return reader in concerned or reader == added_by or Permission.EXCEPTION_DIRECT in PERMISSIONS[role]


def must_read(case: ExceptionCase, file: Attachment, actor: Actor) -> None:
    """Refuse whose business a file is not.

    Raises:
        NotPermitted: neither concerned with the case, nor who added it, nor who directs cases.
    """
    if not may_read(actor.staff, actor.role, concerned_with(case), file.added_by):
        raise NotPermitted("attachment.rule.others", number=case.number)
