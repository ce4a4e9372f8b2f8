"""Shows which texts nobody asks for after a run that passed."""

import pytest

from tests.texts.catalogues import all_codes
from tests.texts.uses import literals


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
    """List codes that stand nowhere in the source, not even by their beginning; they do not fail."""
    if exitstatus != pytest.ExitCode.OK:
        return
    written = literals()
    beginnings = tuple(text for text in written if text.endswith("."))
    unused = sorted(code for code in all_codes() - written if not code.startswith(beginnings))
    if unused:
        terminalreporter.section("texts that nobody asks for")
        terminalreporter.write_line("\n".join(unused))
