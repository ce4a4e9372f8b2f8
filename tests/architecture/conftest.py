"""Shows what has grown long after a run that passed."""

import pytest

from tests.architecture.lengths import LONGEST_FILE, LONGEST_FUNCTION, report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
    """List long files and functions; they do not fail."""
    if exitstatus != pytest.ExitCode.OK:
        return
    found = report()
    if found:
        terminalreporter.section(f"files over {LONGEST_FILE} lines, functions over {LONGEST_FUNCTION}")
        terminalreporter.write_line("\n".join(found))
