"""Both languages say the same things, completely."""

import re
from collections import Counter

import pytest

from app.texts import LANGUAGES
from tests.texts.catalogues import all_codes, catalogue_files, entries, fields, texts_of

CODE = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")
IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
SOME_DAYS = re.compile(r"\{\w+\} (working )?(days|months)")
NEVER_ONE = {"case.rule.extension_days", "letter.remedies", "shell.clock.days"}
"""Where the law or the program names several."""
NAMES_SOMETHING_CHINESE = {"shell.search.chinese", "shell.search.toggle", "shell.preferences.language"}

AROUND_HELP = {f"cli.help.{part}" for part in ("usage", "arguments", "options", "commands", "required")}
"""What stands around the lines of a help page."""


def test_the_same_rooms_have_catalogues() -> None:
    zh, en = ([path.name for path in catalogue_files(language)] for language in LANGUAGES)
    assert zh == en
    assert zh


@pytest.mark.parametrize("room", [path.name for path in catalogue_files("zh")])
def test_both_languages_know_the_same_codes(room: str) -> None:
    zh, en = (
        entries(path) for language in LANGUAGES for path in catalogue_files(language) if path.name == room
    )
    assert set(zh) == set(en)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_words(language: str) -> None:
    assert [code for code, forms in texts_of(language).items() if not forms or not all(forms)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_stands_in_one_catalogue_only(language: str) -> None:
    times = Counter(code for path in catalogue_files(language) for code in entries(path))
    assert [code for code, count in times.items() if count > 1] == []


def test_codes_are_dotted_names() -> None:
    assert [code for code in all_codes() if not CODE.fullmatch(code)] == []


def test_both_languages_ask_for_the_same_parameters() -> None:
    zh, en = (texts_of(language) for language in LANGUAGES)
    differing = [code for code in zh.keys() & en.keys() if fields(zh[code]) != fields(en[code])]
    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_a_help_page_is_a_sentence(language: str) -> None:
    stop = {"zh": "。", "en": "."}[language]
    lines = {
        code: forms[0]
        for code, forms in texts_of(language).items()
        if code.startswith(("cli.help.", "cli.param.")) and code not in AROUND_HELP
    }
    assert [code for code, line in lines.items() if not line.endswith(stop) or line[0].islower()] == []


def test_a_station_has_one_name() -> None:
    others = re.compile("站点|岗位|工作站")
    assert [code for code, forms in texts_of("zh").items() if any(map(others.search, forms))] == []


def test_english_is_english() -> None:
    chinese = {code for code, forms in texts_of("en").items() if any(map(IDEOGRAPH.search, forms))}
    assert sorted(chinese - NAMES_SOMETHING_CHINESE) == []


def test_one_is_no_plural_in_english() -> None:
    for_any = {
        code for code, forms in texts_of("en").items() if len(forms) == 1 and SOME_DAYS.search(forms[0])
    }
    assert sorted(for_any - NEVER_ONE) == []
