"""Lists that are asked for by a code: one that nobody has is refused, one that nothing has is empty."""

import pytest

from tests.cli.running import Yici

GUIDE = "0003"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("ledger", "--department", "XX"), "staff.rule.no_department"),
        (("ledger", "--item", "NOPE"), "catalogue.rule.none"),
        (("ledger", "--category", "nope"), "exception.rule.category"),
        (("list", "--handler", "9999"), "staff.rule.none"),
    ],
)
def test_a_code_that_nobody_has_is_refused(yici: Yici, asked: tuple[str, ...], code: str) -> None:
    refused = yici("exception", *asked)
    assert (refused.status, refused.error["code"]) == (3, code)


def test_what_nothing_has_yet_is_an_empty_list(yici: Yici) -> None:
    by = {"--department": "ZWFW", "--item": "IT026", "--category": "conduct"}
    for option, value in by.items():
        assert yici.done("exception", "ledger", option, value)["ledger"]["cases"] == []
    assert yici.done("exception", "ledger", "--department", "")["ledger"]["cases"] == []
    assert yici.done("exception", "list", "--handler", GUIDE)["exceptions"] == []
