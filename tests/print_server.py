"""A real CUPS for the tests: its own folder and socket, queues that write what arrives into files, gone afterwards."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

REMEDY = "no CUPS here to print on: type .ci/system-libraries test"
_START_SECONDS = 20.0
_FULL_DISK = ["sh", "-c", 'ulimit -f 40; exec "$@"', "sh"]  # no file grows beyond 40 blocks of 512 bytes
_PROGRAMS = Path("/usr/lib/cups/daemon")

_CUPSD = """
Listen {folder}/cups.sock
LogLevel warn
DefaultAuthType None
WebInterface No
Browsing No
JobRetryInterval 1
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""

_CUPS_FILES = """
ServerRoot {folder}
ServerBin {folder}/bin
DataDir {folder}/data
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/temp
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
FatalErrors none
"""

_PRINTER = """<Printer {name}>
DeviceURI trial:/{device}
State {state}
Accepting {accepting}
ErrorPolicy abort-job
</Printer>
"""

# CUPS gives a backend job, user, title, copies, options, file. The document goes into a file, the rest beside it.
_BACKEND = """#!/bin/sh
arrived={folder}/arrived
if [ $# = 0 ]; then exit 0; fi
case "$DEVICE_URI" in
    trial:/jammed) echo "STATE: +media-jam-error" >&2; exit 4 ;;
    trial:/broken) exit 1 ;;
    trial:/waiting) touch {folder}/begun; while [ -d "$arrived" ] && ! [ -e {folder}/go ]; do sleep 0.1; done ;;
esac
cat "${{6:--}}" >"$arrived/$1.part"
printf '%s\\n%s\\n%s\\n%s\\n' "$3" "$4" "$5" "$PRINTER" >"$arrived/$1.said"
mv "$arrived/$1.part" "$arrived/$1.pdf"
"""

# As printers' own drivers are: margins that it cannot print on, both sides of the paper unless told otherwise.
_DRIVER = Path(__file__).with_name("print_driver.ppd").read_text()


@dataclass(frozen=True)
class Arrived:
    """What came to a printer: the document and how it was asked to print it."""

    title: str
    copies: str
    options: str
    printer: str
    pdf: bytes


class PrintServer:
    """A CUPS with the queues that a test names."""

    def __init__(self, folder: Path) -> None:
        self.address = str(folder / "cups.sock")
        self._folder = folder
        self._arrived = folder / "arrived"
        self._running: subprocess.Popen[bytes] | None = None
        for name in (
            "arrived",
            "bin/backend",
            "bin/filter",
            "cache",
            "data/mime",
            "ppd",
            "spool",
            "state",
            "temp",
        ):
            (folder / name).mkdir(parents=True)
        (folder / "bin" / "daemon").symlink_to(_PROGRAMS)
        (folder / "data" / "mime" / "mime.types").write_text("application/pdf pdf string(0,%PDF)\n")
        (folder / "cupsd.conf").write_text(_CUPSD.format(folder=folder))
        (folder / "cups-files.conf").write_text(_CUPS_FILES.format(folder=folder))
        backend = folder / "bin" / "backend" / "trial"
        backend.write_text(_BACKEND.format(folder=folder))
        backend.chmod(0o755)

    def add_printer(
        self, name: str, device: str = "ready", state: str = "Idle", accepting: str = "Yes"
    ) -> None:
        """A queue, before the start.

        ``device``: ready, jammed (stops its queue), broken (fails each job),
        waiting (until ``go``).
        """
        with (self._folder / "printers.conf").open("a") as printers:
            printers.write(_PRINTER.format(name=name, device=device, state=state, accepting=accepting))
        (self._folder / "ppd" / f"{name}.ppd").write_text(_DRIVER)

    def start(self, *, full_disk: bool = False) -> None:
        """Start, and return when it answers."""
        command = [*(_FULL_DISK if full_disk else []), _cupsd(), "-f"]
        settings = [self._folder / "cupsd.conf", "-s", self._folder / "cups-files.conf"]
        user = _unprivileged()
        if user is not None:
            for path in (self._folder, *self._folder.rglob("*")):
                if not path.is_symlink():
                    shutil.chown(path, user)
        # Signals as Python has them: it ignores the one that a full disk's limit sends.
        self._running = subprocess.Popen(
            [*command, "-c", *settings], user=user, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True, restore_signals=False,
        )  # fmt: skip
        deadline = time.monotonic() + _START_SECONDS
        while not self._answers():
            if self._running.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"cupsd did not start:\n{self._log()}")
            time.sleep(0.02)

    def resume(self, printer: str) -> None:
        """Let a stopped queue go on with what it holds."""
        self.stop()
        printers = self._folder / "printers.conf"
        before, name, after = printers.read_text().partition(f"<Printer {printer}>")
        printers.write_text(before + name + after.replace("State Stopped", "State Idle", 1))
        self.start()

    def stop(self) -> None:
        """End it and what it started."""
        if self._running is not None:
            self.thaw()
            self._running.terminate()
            self._running.wait()
            self._running = None

    def freeze(self) -> None:
        """From now on it accepts connections and says nothing."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It answers again."""
        self._signal(signal.SIGCONT)

    def go(self) -> None:
        """Let the printers that wait print."""
        (self._folder / "go").touch()

    def wait_for_job(self) -> None:
        """Return when a printer that waits has something to print."""
        deadline = time.monotonic() + _START_SECONDS
        while not (self._folder / "begun").exists():
            if time.monotonic() > deadline:
                raise RuntimeError(f"nothing came to print:\n{self._log()}")
            time.sleep(0.02)

    def kept_jobs(self) -> list[str]:
        """The jobs that it still knows, done or not."""
        return sorted(path.name for path in (self._folder / "spool").glob("c*"))

    def arrived(self) -> list[Arrived]:
        """What has come out, the oldest first."""
        files = sorted(self._arrived.glob("*.pdf"), key=lambda path: int(path.stem))
        return [
            Arrived(*path.with_suffix(".said").read_text().splitlines(), path.read_bytes()) for path in files
        ]

    def _signal(self, number: signal.Signals) -> None:
        assert self._running is not None
        self._running.send_signal(number)

    def _answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as line, suppress(OSError):
            line.connect(self.address)
            return True
        return False

    def _log(self) -> str:
        log = self._folder / "error_log"
        return log.read_text() if log.exists() else "it left no log"


@contextmanager
def print_server() -> Iterator[PrintServer]:
    """A server that has not been started yet; stopped and removed at the end."""
    # Not pytest's own folder: only its owner may enter that, and its name is too long for a socket.
    folder = Path(tempfile.mkdtemp(prefix="yici-cups-"))
    try:
        server = PrintServer(folder)
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def _cupsd() -> str:
    found = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if found is None:
        raise RuntimeError(REMEDY)
    return found


def _unprivileged() -> str | None:
    """Whom to run the server as: root's printers would write where nobody looks. None is whoever runs the tests."""
    return "nobody" if os.geteuid() == 0 else None
