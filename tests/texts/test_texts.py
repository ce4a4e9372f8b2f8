"""Codes become words."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.messages.pofile import PoFileError

import app.texts
from app.domain.message import Message
from app.texts import CataloguesMissing, Texts
from app.texts.compile import compile_catalogues
from tests.noise import ErrorLog

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: {plural};\\n"\n'
ENGLISH = """
msgid "line.ahead"
msgid_plural "line.ahead"
msgstr[0] "{count} person ahead"
msgstr[1] "{count} people ahead"

msgid "ticket.called"
msgstr "{number} to counter {counter}, {why}"

msgid "ticket.why"
msgstr "since {since}"

msgid "ticket.untranslated"
msgstr ""
"""
CHINESE = """
msgid "line.ahead"
msgid_plural "line.ahead"
msgstr[0] "前面 {count} 人"
"""
MOMENT = datetime(2026, 3, 18, 1, 24, tzinfo=UTC).astimezone(ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pair of catalogues of this test's own, read afresh."""
    for language, plural, text in (
        ("en", "nplurals=2; plural=(n != 1)", ENGLISH),
        ("zh", "nplurals=1; plural=0", CHINESE),
    ):
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "common.po").write_text(HEADER.format(plural=plural) + text, encoding="utf-8")
        (folder / "empty.po").write_text(HEADER.format(plural=plural), encoding="utf-8")
    monkeypatch.setattr(app.texts, "LOCALE_FOLDER", tmp_path)
    monkeypatch.setattr(app.texts, "_catalogue", app.texts._catalogue.__wrapped__)
    return tmp_path


@pytest.fixture
def english(locale: Path) -> Texts:
    compile_catalogues(locale)
    return Texts("en")


def test_plurals_follow_the_count(english: Texts) -> None:
    assert english("line.ahead", count=1) == "1 person ahead"
    assert english("line.ahead", count=2) == "2 people ahead"
    assert Texts("zh")("line.ahead", count=1) == "前面 1 人"


def test_a_message_brings_its_parameters_and_messages_among_them(english: Texts) -> None:
    why = Message("ticket.why", {"since": MOMENT})
    called = Message("ticket.called", {"number": "A023", "counter": 3, "why": why})
    assert english(called) == "A023 to counter 3, since 18 Mar 2026 09:24"


@pytest.mark.parametrize("code", ["ticket.nowhere", "ticket.untranslated"])
def test_a_missing_text_shows_its_code_and_is_logged(code: str, english: Texts, error_log: ErrorLog) -> None:
    assert english(code) == code
    assert code in error_log.take()[0]


def test_a_missing_parameter_shows_the_words_and_is_logged(english: Texts, error_log: ErrorLog) -> None:
    assert english("ticket.why") == "since {since}"
    assert "ticket.why" in error_log.take()[0]


def test_without_compiled_catalogues_the_remedy_is_named(locale: Path) -> None:
    with pytest.raises(CataloguesMissing, match="make setup"):
        Texts("zh")


def test_only_what_changed_is_compiled(locale: Path) -> None:
    assert compile_catalogues(locale) == 4
    assert compile_catalogues(locale) == 0


def test_a_malformed_catalogue_is_refused(locale: Path) -> None:
    (locale / "en" / "LC_MESSAGES" / "common.po").write_text('msgid "a.b"\nmsgid "a.c"\n', encoding="utf-8")
    with pytest.raises(PoFileError):
        compile_catalogues(locale)


def test_dates_and_times_are_written_as_the_language_does() -> None:
    zh, en = Texts("zh"), Texts("en")
    assert (zh.date(date(2026, 3, 18)), en.date(date(2026, 3, 18))) == ("2026年3月18日", "18 Mar 2026")
    assert (zh.moment(MOMENT), en.moment(MOMENT)) == ("2026年3月18日 09:24", "18 Mar 2026 09:24")
    assert (zh.time(MOMENT), en.time(time(9, 24))) == ("09:24", "09:24")
