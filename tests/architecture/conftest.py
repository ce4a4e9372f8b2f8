"""Shows what has grown long after a run of these tests."""

import pytest

from tests.architecture.lengths import LONGEST_FILE, LONGEST_FUNCTION, report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List long files and functions; they do not fail."""
    found = report()
    if found:
        terminalreporter.section(f"files over {LONGEST_FILE} lines, functions over {LONGEST_FUNCTION}")
        terminalreporter.write_line("\n".join(found))
