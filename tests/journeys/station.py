"""A station as its own process on a screen and keyboard of its own, as on a PC of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Thread

from tests.journeys.place import Place
from tests.journeys.screen import Screen
from tests.virtual_screen import virtual_desktop

LONGEST = 30.0
"""Seconds; what takes longer never comes. On a busy machine five stations take long to start."""
PASSWORD = "sample"
HAND_MS = 60
"""Between two keys; whoever is faster is taken for a scanner."""

READER_MS = 2
"""Between two characters that a reader types."""


class Station:
    """The program, its keyboard and mouse, and what it shows."""

    def __init__(self, place: Place, display: str, command: tuple[str, ...], days_later: int) -> None:
        self.place = place
        self.screen = Screen()
        self._changed = Condition()
        self._ended = False
        self._environment = os.environ | {
            "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "YICI_HOME": str(place.folder),
            "YICI_TEST_DAYS_LATER": str(days_later),
        }  # fmt: skip
        self._errors = (place.folder / "stderr").open("w+", encoding="utf-8")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.onlooker", *command],
            env=self._environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self._errors,
            text=True, encoding="utf-8",
        )  # fmt: skip
        self._reader = Thread(target=self._read)
        self._reader.start()

    # What it shows.

    def until(self, condition: Callable[[Screen], object], what: str, within: float = LONGEST) -> Screen:
        """Wait until the screen is as it should be, and return it."""
        with self._changed:
            self._changed.wait_for(lambda: condition(self.screen) or self._ended, within)
            if not condition(self.screen):
                raise AssertionError(
                    f"{what}: not seen within {within} s. Shown:\n{self.screen}\nLogged:\n{self._log()}"
                )
            return self.screen

    def shows(self, *texts: str, within: float = LONGEST) -> Screen:
        """Wait until all these can be read."""
        return self.until(lambda screen: screen.says(*texts), " and ".join(texts), within)

    def confirms(self, *texts: str) -> Screen:
        """Wait until all these can be read and the hall has answered, so that a person can go on."""
        return self.until(lambda screen: screen.says(*texts) and not screen.waiting, " and ".join(texts))

    def can(self, action: str) -> Screen:
        """Wait until a button offers this."""
        return self.until(lambda screen: screen.can(action), f"a button “{action}”")

    def asks(self, field: str) -> Screen:
        """Wait until the keyboard is in this field."""
        return self.until(lambda screen: screen.is_on(field), f"the keyboard in “{field}”")

    # What a person does.

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, by their names in X."""
        self._hands("sleep", str(HAND_MS / 1000), "key", "--delay", str(HAND_MS), *keys)

    def type(self, text: str) -> None:
        """Type ASCII where the keyboard is, and see that it stands there."""
        self._hands("type", "--delay", str(HAND_MS), text)
        self.until(lambda screen: screen.typed(text), f"“{text}” where it was typed")

    def scan(self, code: str) -> None:
        """Read a paper's code with a reader: faster than anybody types, with Enter behind it."""
        self._hands("type", "--args", "1", "--delay", str(READER_MS), code, "key", "Return")

    def click(self, text: str, times: int = 1) -> None:
        """Click what says this; twice is a double click."""
        sight = self.screen.find(text)
        assert sight is not None, f"nothing says {text}: {self.screen}"
        clicks = ("click", "--repeat", str(times), "--delay", str(HAND_MS), "1")
        self._hands("mousemove", str(sight.x), str(sight.y), *clicks)

    def sign_in(self, number: str) -> None:
        """Sign in as a member of staff."""
        self.until(
            lambda screen: screen.is_on("工号") and screen.can("登录"), "the staff number is asked for"
        )
        self.type(number)
        self.press("Tab")
        self.type(PASSWORD)
        self.press("Return")
        self.until(lambda screen: not screen.find("密码", "EditableText"), "somebody is signed in")

    def _hands(self, *orders: str) -> None:
        subprocess.run(["xdotool", *orders], env=self._environment, check=True)

    # How it ends.

    def kill(self) -> None:
        """The power fails."""
        self._process.kill()
        self._process.wait()
        self._reader.join()

    def close(self, question: str = "") -> int:
        """Close its window, with Enter at the ``question`` that it asks first; the exit status of the program."""
        self.press("alt+F4")
        if question:
            self.asks(question)
            self.press("Return")
        status = self._process.wait(LONGEST)
        self._reader.join()
        return status

    def forget(self) -> None:
        """Nobody wants to know any more."""
        self.kill()
        self._errors.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                self._show(Screen.read(line))
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def _show(self, screen: Screen) -> None:
        with self._changed:
            self.screen = screen
            self._changed.notify_all()

    def _log(self) -> str:
        self._errors.seek(0)
        return self._errors.read()


@contextmanager
def station(place: Place, *command: str, days_later: int = 0) -> Iterator[Station]:
    """Open a station, on a later day than today if need be; ended at the end whatever happened."""
    with virtual_desktop() as display:
        opened = Station(place, display, command, days_later)
        try:
            yield opened
        finally:
            opened.forget()
