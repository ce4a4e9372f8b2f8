"""Identity numbers, phones and names as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.personal_values import identity_number, person_name, phone_number
from app.domain.errors import BadInput
from tests.refusals import refused

EXAMPLE = "11010519491231002X"
"""The example of GB 11643."""


def check_digit(body: str) -> str:
    """GB 11643: ISO 7064 MOD 11-2, written out with the standard's weights."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]


@pytest.mark.parametrize(
    "typed", [EXAMPLE, "11010519491231002x", " 110105 19491231 002X ", "１１０１０５１９４９１２３１００２Ｘ"]
)
def test_an_identity_number_in_one_form(typed: str) -> None:
    assert identity_number(typed) == EXAMPLE


@pytest.mark.parametrize("area", ["810000", "820000", "830000"])
def test_residence_permits_of_hong_kong_macao_and_taiwan(area: str) -> None:
    body = f"{area}19900307123"
    assert identity_number(body + check_digit(body)) == body + check_digit(body)


def test_an_area_that_was_not_there_at_birth() -> None:
    """The number is given at registration: 浦东新区 is of 1992, its people may be of 1960."""
    body = "31011519600101001"
    assert identity_number(body + check_digit(body))


@given(st.dates(date(1890, 1, 1), date(2099, 12, 31)), st.integers(0, 999))
def test_every_number_with_its_check_digit_and_none_with_another(birth: date, order: int) -> None:
    body = f"330108{birth:%Y%m%d}{order:03d}"
    assert identity_number(body + check_digit(body)) == body + check_digit(body)
    for other in set("0123456789X") - {check_digit(body)}:
        with refused("person.rule.identity_check_digit", BadInput):
            identity_number(body + other)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "person.rule.identity_length"),
        ("110105491231002", "person.rule.identity_length"),
        (EXAMPLE + "1", "person.rule.identity_length"),
        ("1101051949123100XX", "person.rule.identity_characters"),
        ("11010519491231002Y", "person.rule.identity_characters"),
        ("110105194913310021", "person.rule.identity_date"),
        ("110105194902300021", "person.rule.identity_date"),
        ("110105294912310021", "person.rule.identity_date"),
        ("110105194912310021", "person.rule.identity_check_digit"),
    ],
)
def test_what_is_wrong_with_an_identity_number(typed: str, code: str) -> None:
    with refused(code, BadInput):
        identity_number(typed)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("13800130621", "13800130621"),
        ("+86 138 0013 0621", "13800130621"),
        ("138-0013-0621", "13800130621"),
        ("0571-87654321", "057187654321"),
        ("(010) 62345678", "01062345678"),
        ("（0571）8765 4321", "057187654321"),
    ],
)
def test_a_phone_in_one_form(typed: str, number: str) -> None:
    assert phone_number(typed) == number


@pytest.mark.parametrize("typed", ["12800130621", "1380013062", "138001306211", "87654321", "phone", ""])
def test_what_is_no_phone(typed: str) -> None:
    with refused("person.rule.phone", BadInput):
        phone_number(typed)


def test_a_name_in_one_form() -> None:
    assert person_name("  买买提·吐尔逊 ") == "买买提·吐尔逊"
    assert person_name("Jose\u0301  García") == "José García"


def test_what_is_no_name() -> None:
    with refused("person.rule.name_blank", BadInput):
        person_name(" \u3000")
    with refused("person.rule.name_long", BadInput, most=50):
        person_name("张" * 51)
    with refused("person.rule.name_number", BadInput):
        person_name("110101199003078494")
