"""Logs leave stdout to results, and tell no values."""

import subprocess
import sys

LOGGING = """
import logging, structlog
from app.cli.logs import configure_logs
configure_logs()
logging.getLogger("some.library").info("chatter")
logging.getLogger("some.library").warning("odd")
structlog.get_logger("yici").error("failed", report=7)
def fail(identity_number):
    raise RuntimeError("broken")
try:
    fail("11010519491231002X")
except RuntimeError:
    logging.getLogger("yici").exception("unexpected")
"""


def test_logs_go_to_stderr_and_tracebacks_show_no_values() -> None:
    done = subprocess.run([sys.executable, "-c", LOGGING], capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert "chatter" not in done.stderr
    for told in ("odd", "failed", "report=7", "unexpected", "RuntimeError: broken"):
        assert told in done.stderr
    assert "in fail" in done.stderr
    assert "1231" not in done.stderr.replace('fail("11010519491231002X")', "")
