"""Masks: enough to recognise, too little to know."""

import pytest

from app.domain.person import NOBODY, Person, Protected, mask_identity, mask_name, mask_phone, said


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


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" 去复印 ", "去复印"),
        ("证件33010219850101001X有误", "证件33**************1X有误"),
        ("330102 19850101 0014", "33****************14"),
        ("打 13800000621 或138-0000-0621", "打 138****0621 或138******0621"),
        ("流水号 20260318123456789012345678", "流水号 20260318123456789012345678"),
        ("交易号 202603181234567890，金额 13800", "交易号 202603181234567890，金额 13800"),
        ("原因：A017 与 IT008", "原因：A017 与 IT008"),
    ],
)
def test_free_text_keeps_no_identity_or_mobile_number(typed: str, kept: str) -> None:
    assert said(typed) == kept
