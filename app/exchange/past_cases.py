"""Reading past exception cases from JSON."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError, ValidationInfo
from pydantic_core import PydanticCustomError

from app.domain.exception_category import Category, ExceptionCategory, hall_categories, names_of
from app.domain.past_case import PastCase
from app.exchange.fields import Count, Entry, Text
from app.exchange.files import read_json, refuse
from app.exchange.problems import json_path, problems_of, repeated

_C = ExceptionCategory
_PUBLISHED: dict[str, str] = {
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


def _known_category(value: str, info: ValidationInfo) -> str:
    """The code of a category that is named by its code, by its name in the hall, or as published."""
    known: Mapping[str, str] = info.context or {}
    if value not in known:
        raise PydanticCustomError("import.rule.one_of", "no category", {"allowed": ", ".join(known)})
    return known[value]


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
        """The case, its category by the hall's code."""
        return PastCase(
            id=self.id,
            summary=self.summary,
            category=self.category,
            resolution=self.resolution or "",
            item=self.item,
            department=self.department,
            region=self.region,
            days_taken=self.days_taken,
            resolved=self.resolved,
        )


_CASES: TypeAdapter[list[_PastCaseEntry]] = TypeAdapter(Annotated[list[_PastCaseEntry], Field(min_length=1)])


def read_past_cases(path: Path, own: Iterable[Category] = ()) -> tuple[PastCase, ...]:
    """The past cases of a file, all or none; ``own`` are the hall's own categories, taken by code or name.

    Raises:
        BadInput: the file is unusable; every problem is listed with its place (``[12].category``).
    """
    known = {category.code: category.code for category in hall_categories(own)} | _PUBLISHED
    known |= {name: code for code, name in names_of(own).items()}
    try:
        entries = _CASES.validate_python(read_json(path), context=known)
    except ValidationError as error:
        refuse(problems_of(error, json_path))
    twice = repeated([(entry.id, (n, "id")) for n, entry in enumerate(entries)], json_path)
    if twice:
        refuse(twice)
    return tuple(entry.case() for entry in entries)
