"""Every state, action and kind of the domain has words in both languages."""

import pkgutil
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module

import pytest

import app.domain
from app.texts import LANGUAGES, Texts, code_of


def enumerations() -> Iterator[type[StrEnum]]:
    for module in pkgutil.iter_modules(app.domain.__path__, "app.domain."):
        for thing in vars(import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, StrEnum) and thing.__module__ == module.name:
                yield thing


WITHOUT_WORDS = {"Topic", "FollowUpLimit"}
"""Nobody sees what kind of thing a notification is about, nor under which limit a warning's day is kept."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(enumerations()), ids=lambda kind: kind.__name__)
def test_every_value_has_words(kind: type[StrEnum], language: str) -> None:
    if kind.__name__ in WITHOUT_WORDS:
        return
    words = [Texts(language)(code_of(value)) for value in kind]
    assert all(words)
    assert not [word for word, value in zip(words, kind, strict=True) if word == code_of(value)]
