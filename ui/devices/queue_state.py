"""Whether a print queue takes jobs: the one thing Qt does not tell, and it loses the job without a word."""

import os
import shutil
import subprocess

_SECONDS = 5.0


def takes_jobs(printer: str) -> bool:
    """False when CUPS says that the queue rejects jobs; True when it does not say, or where there is no CUPS."""
    lpstat = shutil.which("lpstat")
    if lpstat is None:
        return True
    try:
        said = subprocess.run(
            [lpstat, "-a", printer],
            capture_output=True, text=True, check=False, timeout=_SECONDS,
            env={**os.environ, "LC_ALL": "C"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return True
    return " not accepting requests" not in said.stdout
