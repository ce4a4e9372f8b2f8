import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication

from ui.garbage import GuiThreadCollector


class Knot(QObject):
    """An object in a cycle, so that only a collection frees it; it notes the thread that does."""

    died_in: list[QThread]

    def __init__(self, died_in: list[QThread]) -> None:
        super().__init__()
        self.died_in = died_in
        self.itself = self

    def __del__(self) -> None:
        self.died_in.append(QThread.currentThread())


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[GuiThreadCollector]:
    made = GuiThreadCollector(qapp)
    yield made
    made.close()
    assert gc.isenabled()


def allocate() -> None:
    """As much as makes Python collect all three generations, had it not been taken over."""
    threshold = gc.get_threshold()
    kept = [[] for _ in range(threshold[0] * (threshold[1] + 1) * (threshold[2] + 1))]
    assert kept


def test_a_worker_never_destroys_what_belongs_to_the_screen(collector: GuiThreadCollector) -> None:
    died_in: list[QThread] = []
    Knot(died_in)
    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert died_in == []
    while not died_in:
        allocate()
        collector.collect_what_is_due()
    assert died_in == [QThread.currentThread()]
