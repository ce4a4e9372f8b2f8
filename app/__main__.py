"""The program ``yici``."""

import os
import sys
from io import TextIOWrapper
from multiprocessing import freeze_support

from app.cli.imports import imports_that_stay


def main() -> None:
    """Carry out the command line of this process and exit with its status."""
    freeze_support()  # a frozen program is its own printing process
    with imports_that_stay():
        from app.cli.logs import configure_logs
        from app.cli.main import run
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # pipes of Windows, and LANG=C, know no Chinese
    configure_logs()
    status = run(sys.argv[1:])
    _let_go_of_what_nobody_took()
    sys.exit(status)


def _let_go_of_what_nobody_took() -> None:
    """Else Python tries it once more as the process ends, and tells that in its own words and with its own status."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream:
                stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    main()
