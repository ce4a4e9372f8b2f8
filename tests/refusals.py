"""How tests say that a rule refuses something."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.domain.errors import BadInput, RuleBroken, YiciError
from app.texts import Texts


@contextmanager
def refused(code: str, error: type[YiciError] = RuleBroken, **params: object) -> Iterator[None]:
    """What is done inside must be refused with this code (and these parameters, where any are given)."""
    with pytest.raises(error) as caught:
        yield
    message = caught.value.message
    assert message.code == code
    assert {key: message.params[key] for key in params} == params


def problems_of(error: BadInput) -> list[tuple[str, str]]:
    """The problems as (place, code); each of them must have words."""
    for problem in error.problems:
        assert Texts("zh")(problem.what) != problem.what.code
    assert error.message.params["count"] == len(error.problems)
    return [(problem.where, problem.what.code) for problem in error.problems]
