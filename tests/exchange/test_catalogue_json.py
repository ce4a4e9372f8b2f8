"""Catalogues in JSON: what is read, and every problem in its place."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.catalogue import HandlingType, Material, Situation
from app.domain.catalogue_file import ListedItem
from app.domain.errors import BadInput
from app.exchange.catalogue import read_catalogue
from tests.refusals import problems_of

ITEM: dict[str, Any] = {
    "id": "IT001",
    "name": "个体工商户设立登记",
    "department": "市场监管",
    "item_type": "行政许可",
    "materials": [{"name": "申请书"}, {"name": "身份证明"}],
}


def write(folder: Path, *items: dict[str, Any]) -> Path:
    path = folder / "catalogue.json"
    path.write_text(json.dumps(list(items), ensure_ascii=False), encoding="utf-8")
    return path


def read(folder: Path, **changes: Any) -> ListedItem:
    (item,) = read_catalogue(write(folder, ITEM | changes)).items
    return item


def problems(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as caught:
        read_catalogue(path)
    assert caught.value.message.code == "import.problems"
    return problems_of(caught.value)


def test_what_the_file_does_not_say_is_unknown(tmp_path: Path) -> None:
    item = read(tmp_path)
    assert (item.code, item.name, item.department) == ("IT001", "个体工商户设立登记", "市场监管")
    assert (item.handling, item.promised_days, item.online, item.visits) == (None, None, None, None)
    assert item.materials == (
        Material(1, "申请书", required_stated=False),
        Material(2, "身份证明", required_stated=False),
    )


@pytest.mark.parametrize("said", [True, False, None])
def test_whether_a_material_is_required_is_what_the_file_says(tmp_path: Path, said: bool | None) -> None:
    (material,) = read(tmp_path, materials=[{"name": "申请书", "required": said}]).materials
    assert (material.said_required, material.required) == (said, said is not False)


def test_the_official_code_wins(tmp_path: Path) -> None:
    assert read(tmp_path, code="440125044001").code == "440125044001"


def test_numbers_are_exact(tmp_path: Path) -> None:
    item = read(tmp_path, promised_days=0.125, statutory_days=20, handling_type="承诺件")
    assert (item.promised_days, item.statutory_days) == (Decimal("0.125"), Decimal(20))
    assert item.handling is HandlingType.PROMISED


@pytest.mark.parametrize(("key", "late"), [(True, False), (False, True), (None, None)])
def test_what_is_no_key_material_may_be_late(tmp_path: Path, key: bool | None, late: bool | None) -> None:
    item = read(tmp_path, materials=[{"name": "申请书", "key_material": key}])
    assert item.materials[0].may_be_late is late


def test_a_form_says_yes_where_the_flags_say_nothing(tmp_path: Path) -> None:
    given = {"name": "身份证明", "form": ["复印件"], "original": None, "copy": None, "electronic": False}
    material = read(tmp_path, materials=[given]).materials[0]
    assert (material.original, material.copy, material.electronic) == (None, True, False)


def test_a_situation_may_name_more_than_the_list(tmp_path: Path) -> None:
    situations = [
        {"name": "个人", "materials": ["身份证明"]},
        {"name": "家庭", "materials": ["户口簿", "申请书"], "promised_days": 3},
        {"name": "代办", "materials": ["户口簿"]},
    ]
    item = read(tmp_path, situations=situations)
    assert item.materials[2:] == (Material(3, "户口簿", listed=False, required_stated=False),)
    assert item.situations == (
        Situation("个人", (2,)),
        Situation("家庭", (3, 1), Decimal(3)),
        Situation("代办", (3,)),
    )


@pytest.mark.parametrize(
    ("changes", "where", "code"),
    [
        ({"name": None}, "[1].name", "import.rule.text"),
        ({"name": "  "}, "[1].name", "import.rule.blank"),
        ({"colour": "red"}, "[1].colour", "import.rule.unknown"),
        ({"materials": {}}, "[1].materials", "import.rule.list"),
        ({"materials": ["申请书"]}, "[1].materials[0]", "import.rule.object"),
        (
            {"materials": [{"name": "书", "copies": "2"}]},
            "[1].materials[0].copies",
            "import.rule.whole_number",
        ),
        (
            {"materials": [{"name": "书", "copies": 1.5}]},
            "[1].materials[0].copies",
            "import.rule.whole_number",
        ),
        ({"materials": [{"name": "书", "copies": -1}]}, "[1].materials[0].copies", "import.rule.least"),
        ({"materials": [{"name": "书", "copies": 1000}]}, "[1].materials[0].copies", "import.rule.most"),
        ({"materials": [{"name": "书", "copy": 1}]}, "[1].materials[0].copy", "import.rule.yes_no"),
        ({"materials": [{"name": "书", "form": ["传真"]}]}, "[1].materials[0].form[0]", "import.rule.one_of"),
        ({"materials": [{"name": "书"}, {"name": "书"}]}, "[1].materials[1].name", "import.rule.twice"),
        ({"handling_type": "快办件"}, "[1].handling_type", "import.rule.one_of"),
        ({"promised_days": "3"}, "[1].promised_days", "import.rule.number"),
        ({"promised_days": True}, "[1].promised_days", "import.rule.number"),
        ({"promised_days": -1}, "[1].promised_days", "import.rule.least"),
        ({"situations": [{"name": "个人"}]}, "[1].situations[0].materials", "import.rule.missing"),
        (
            {"situations": [{"name": "个人", "materials": []}, {"name": "个人", "materials": []}]},
            "[1].situations[1].name",
            "import.rule.twice",
        ),
        (
            {"situations": [{"name": "个人", "materials": ["申请书", "申请书"]}]},
            "[1].situations[0].materials[1]",
            "import.rule.twice",
        ),
        ({"id": "IT001"}, "[1].id", "import.rule.twice"),
        ({"code": "IT001"}, "[1].code", "import.rule.twice"),
    ],
)
def test_a_problem_has_its_place(tmp_path: Path, changes: dict[str, Any], where: str, code: str) -> None:
    assert problems(write(tmp_path, ITEM, ITEM | {"id": "IT002"} | changes)) == [(where, code)]


def test_every_problem_is_listed(tmp_path: Path) -> None:
    path = write(tmp_path, {"id": "IT001"}, ITEM | {"visits": "0", "fee": 3})
    assert problems(path) == [
        ("[0].name", "import.rule.missing"),
        ("[0].department", "import.rule.missing"),
        ("[0].item_type", "import.rule.missing"),
        ("[0].materials", "import.rule.missing"),
        ("[1].fee", "import.rule.text"),
        ("[1].visits", "import.rule.whole_number"),
        ("[1].id", "import.rule.twice"),
    ]


def test_what_stands_twice_is_told_with_what_is_wrong_as_such(tmp_path: Path) -> None:
    twice = {
        "materials": [{"name": "书", "copies": "2"}, {"name": " 书 "}],
        "situations": [{"name": "个人"}] * 2,
    }
    assert problems(write(tmp_path, ITEM, ITEM | twice | {"visits": "0"})) == [
        ("[1].visits", "import.rule.whole_number"),
        ("[1].situations[0].materials", "import.rule.missing"),
        ("[1].situations[1].materials", "import.rule.missing"),
        ("[1].materials[0].copies", "import.rule.whole_number"),
        ("[1].id", "import.rule.twice"),
        ("[1].materials[1].name", "import.rule.twice"),
        ("[1].situations[1].name", "import.rule.twice"),
    ]


def test_a_code_that_cannot_be_read_does_not_make_the_id_the_code(tmp_path: Path) -> None:
    path = write(tmp_path, ITEM | {"code": "440125044001"}, ITEM | {"code": 7}, ITEM | {"code": None})
    assert problems(path) == [("[1].code", "import.rule.text")]


def test_a_double_code_names_the_first_place(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read_catalogue(write(tmp_path, ITEM, ITEM))
    (problem,) = caught.value.problems
    assert problem.what.params == {"value": "IT001", "first": "[0].id"}


@pytest.mark.parametrize(
    ("content", "where", "code"),
    [
        (b"", "catalogue.json", "import.file.empty"),
        (b" \n", "catalogue.json", "import.file.empty"),
        ('[{"name": "登记"}]'.encode("gb18030"), "catalogue.json", "import.file.encoding"),
        (b'[{"id": 1', "catalogue.json", "import.file.not_json"),
        (b"[NaN]", "catalogue.json", "import.file.not_json"),
        (b"[" * 100_000, "catalogue.json", "import.file.not_json"),
        (b'[{"id": "1", "id": "2"}]', "catalogue.json", "import.file.key_twice"),
        (b"{}", "$", "import.rule.list"),
        (b"[]", "$", "import.rule.few"),
    ],
)
def test_a_file_that_is_no_catalogue(tmp_path: Path, content: bytes, where: str, code: str) -> None:
    path = tmp_path / "catalogue.json"
    path.write_bytes(content)
    assert problems(path) == [(where, code)]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = write(tmp_path, ITEM)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(read_catalogue(path).items) == 1


def test_a_file_that_is_not_there_is_a_folder_or_of_another_kind(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    for name in ("gone.json", "folder.json"):
        assert problems(tmp_path / name) == [(str(tmp_path / name), "import.file.unreadable")]
    assert problems(tmp_path / "catalogue.csv") == [("catalogue.csv", "import.file.kind")]
