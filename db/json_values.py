"""Values of the domain that are kept whole in a JSON column, there and back."""

from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

T = TypeVar("T")

_adapters: dict[Any, TypeAdapter[Any]] = {}


def to_json(kind: type[T], value: T) -> Any:
    """The value as what JSON knows."""
    return _adapter(kind).dump_python(value, mode="json")


def from_json(kind: type[T], document: Any) -> T:
    """The value again."""
    return cast(T, _adapter(kind).validate_python(document))


def to_text(kind: type[T], value: T) -> str:
    """The value as JSON text."""
    return _adapter(kind).dump_json(value).decode()


def from_text(kind: type[T], text: str) -> T:
    """The value of a JSON text."""
    return cast(T, _adapter(kind).validate_json(text))


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]
