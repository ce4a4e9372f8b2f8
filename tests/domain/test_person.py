"""Masks: enough to recognise, too little to know."""

import pytest

from app.domain.person import NOBODY, Person, Protected, mask_identity, mask_name, mask_phone


@pytest.mark.parametrize("name", ["张三", "张", "张三丰", "欧阳娜娜", "买买提·吐尔逊"])
def test_a_name_shows_its_first_character_and_not_its_length(name: str) -> None:
    assert mask_name(name) == f"{name[0]}*"


def test_a_rare_character_is_one_character() -> None:
    assert mask_name("𠮷野") == "𠮷*"


def test_an_identity_number_shows_its_ends() -> None:
    assert mask_identity("33010819900307123X") == "33**************3X"


@pytest.mark.parametrize(
    ("number", "mask"),
    [("13800130621", "138****0621"), ("057112345678", "057*****5678"), ("12345678", "******78")],
)
def test_a_phone_shows_its_ends(number: str, mask: str) -> None:
    assert mask_phone(number) == mask


def test_the_name_mask_of_a_person() -> None:
    assert NOBODY.name_mask is None
    assert Person(name=Protected("张*", b"", b"", 1)).name_mask == "张*"
