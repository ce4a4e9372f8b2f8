"""Every use case that there is, and things to ask of them."""

import importlib
import pkgutil
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Any

import app.services
from app.domain.attachment import AttachmentKind, AttachmentPlace
from app.domain.calendar import YearArrangement
from app.domain.case_parts import Extension
from app.domain.exception_category import ExceptionCategory
from app.domain.past_case import PastCase
from app.services import (
    reminders,
)
from app.services.attachments import CheckedFile
from app.services.issue_ticket import ErrandWish
from tests.photos import PHOTO
from tests.services.at_work import (
    HOUSE,
)

UseCase = Callable[..., Awaitable[Any]]

WISH = (ErrandWish(HOUSE),)
CASE = ("例外〔2026〕0001",)
CHECK = ("筛查〔2026〕0001",)
GROUP = ("同因〔2026〕0001",)
BAD = ("差评〔2026〕0001",)
FILE = (f"{HOUSE}-2026-00001",)
REMINDER = ("政务办催〔2026〕0001号",)
OWING = reminders.Owing("无人值守", "第六条", "RS")
LATER = "IT060"
"""An item with materials that may be late."""
LONGER = Extension(10, "情况复杂", "局长")
PAST = PastCase("EX1", "刷卡失败", ExceptionCategory.PAYMENT, "换机")
YEAR = YearArrangement(2099, frozenset(), frozenset())
PHOTO_FILE = CheckedFile(
    "photo.png", AttachmentKind.PNG, PHOTO, sha256(PHOTO).hexdigest(), AttachmentPlace.DATABASE
)


def every_use_case() -> set[UseCase]:
    """All that ``use_case`` made: what is wrapped has the steps beside it."""
    modules = [
        importlib.import_module(f"app.services.{m.name}") for m in pkgutil.iter_modules(app.services.__path__)
    ]
    found = {value for module in modules for value in vars(module).values() if hasattr(value, "__wrapped__")}
    return {value for value in found if value.__module__.startswith("app.services.")}
