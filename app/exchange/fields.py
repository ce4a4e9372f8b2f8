"""The kinds of values that files hold. Nothing is converted silently: "3" is no number and 1 is no yes."""

from datetime import time
from decimal import Decimal
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

LONGEST_DAYS = 3650


class Entry(BaseModel):
    """One object of a file: the fields it may have, and no others."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def _decimal(value: object) -> object:
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _time(value: object) -> time:
    if value == "24:00":
        return time()
    try:
        return time.fromisoformat(value) if isinstance(value, str) else _not_a_time()
    except ValueError:
        return _not_a_time()


def _not_a_time() -> time:
    raise PydanticCustomError("import.rule.time", "not a time")


def _timezone(value: str) -> str:
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, OSError, ValueError):
        raise PydanticCustomError("import.rule.timezone", "no zone", {"value": value}) from None


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Days = Annotated[Decimal, BeforeValidator(_decimal), Field(ge=0, le=LONGEST_DAYS)]
Count = Annotated[int, Field(ge=0, le=999)]
Prefix = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}$")]
ClockTime = Annotated[time, BeforeValidator(_time)]
TimeZone = Annotated[Text, AfterValidator(_timezone)]
