"""Reading past exception cases from JSON."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from app.domain.exception_category import ExceptionCategory
from app.domain.past_case import PastCase
from app.exchange.fields import Count, Entry, Text
from app.exchange.files import read_json, refuse
from app.exchange.problems import json_path, problems_of, repeated

_C = ExceptionCategory
_CATEGORIES: Mapping[str, ExceptionCategory] = {category.value: category for category in _C} | {
    "系统故障或数据不互通": _C.SYSTEM_FAILURE,
    "缴税缴费支付问题": _C.PAYMENT,
    "历史遗留": _C.LEGACY_MATERIAL,
    "档案错误": _C.LEGACY_MATERIAL,
    "证件信息不一致": _C.INCONSISTENT_PAPERS,
    "跨部门/异地协调难": _C.SEVERAL_DEPARTMENTS,
    "重复/无谓证明": _C.POLICY_GAP,
    "特殊群体（刷脸/到场）": _C.SPECIAL_PEOPLE,
    "服务时间/能力": _C.CONDUCT,
    "材料缺失或错误": _C.OTHER,
    "权限/网点不清": _C.OTHER,
}
"""The words of published collections, and the hall's category that comes nearest."""


def _known_category(value: str) -> str:
    if value not in _CATEGORIES:
        raise PydanticCustomError("import.rule.one_of", "no category", {"allowed": ", ".join(_CATEGORIES)})
    return value


class _PastCaseEntry(Entry):
    """One past case as a file has it."""

    id: Text
    summary: Text
    category: Annotated[Text, AfterValidator(_known_category)]
    resolution: Text | None = None
    item: Text | None = None
    department: Text | None = None
    region: Text | None = None
    days_taken: Count | None = None
    resolved: bool | None = None

    def case(self) -> PastCase:
        """The case, its category in the hall's words."""
        return PastCase(
            id=self.id,
            summary=self.summary,
            category=_CATEGORIES[self.category],
            resolution=self.resolution or "",
            item=self.item,
            department=self.department,
            region=self.region,
            days_taken=self.days_taken,
            resolved=self.resolved,
        )


_CASES: TypeAdapter[list[_PastCaseEntry]] = TypeAdapter(Annotated[list[_PastCaseEntry], Field(min_length=1)])


def read_past_cases(path: Path) -> tuple[PastCase, ...]:
    """The past cases of a file, all or none.

    Raises:
        BadInput: the file is unusable; every problem is listed with its place (``[12].category``).
    """
    try:
        entries = _CASES.validate_python(read_json(path))
    except ValidationError as error:
        refuse(problems_of(error, json_path))
    twice = repeated([(entry.id, (n, "id")) for n, entry in enumerate(entries)], json_path)
    if twice:
        refuse(twice)
    return tuple(entry.case() for entry in entries)
