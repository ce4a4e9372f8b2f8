"""Every code that the program uses has words, and is handed what the words ask for."""

import re

from tests.architecture.source import Module
from tests.texts.catalogues import all_codes, fields, texts_of
from tests.texts.uses import Use, known_errors, uses, uses_in

SAMPLE = """
texts("paper.ticket.line", line=line, counters=counters)
self._texts(f"ticket.state.{state}")
raise RuleBroken("ticket.rule.quota" if full else "ticket.rule.closed", number=3)
Message("catalogue.problem", {"where": place})
texts("paper.open", **facts)
texts(message)
other("not.a.text")
"""


def test_every_code_has_words() -> None:
    codes = all_codes()
    assert [f"{use.place}: {use.pattern}" for use in uses() if not _meant(use, codes)] == []


def test_every_parameter_is_given() -> None:
    words = texts_of("zh")
    lacking = [
        f"{use.place}: {code} lacks {sorted(missing)}"
        for use in uses()
        if use.given is not None and use.is_exact
        for code in _meant(use, set(words))
        if (missing := fields(words[code]) - use.given)
    ]
    assert lacking == []


def _meant(use: Use, codes: set[str]) -> list[str]:
    """The codes that a use may mean."""
    return sorted(code for code in codes if re.fullmatch(use.pattern, code))


def test_uses_are_found_in_every_form() -> None:
    found = {
        use.pattern.replace("\\", ""): use.given
        for use in uses_in(Module("app/sample.py", SAMPLE), {"texts", "_texts", "RuleBroken", "Message"})
    }
    assert found == {
        "paper.ticket.line": {"line", "counters"},
        "ticket.state.[a-z0-9_.]+": frozenset(),
        "ticket.rule.quota": {"number"},
        "ticket.rule.closed": {"number"},
        "catalogue.problem": {"where"},
        "paper.open": None,
    }


def test_errors_are_known_by_their_ancestry() -> None:
    assert {"RuleBroken", "NotFound", "BadInput", "DatabaseAway"} <= known_errors()
