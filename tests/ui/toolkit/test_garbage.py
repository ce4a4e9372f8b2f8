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


def crowd() -> list[list[int]]:
    """As many new objects as make Python collect the youngest generation, had it not been taken over."""
    return [[] for _ in range(gc.get_threshold()[0] + 100)]


def test_a_worker_never_destroys_what_belongs_to_the_screen(collector: GuiThreadCollector) -> None:
    died_in: list[QThread] = []
    kept: list[list[list[int]]] = []
    gc.collect()
    Knot(died_in)
    worker = threading.Thread(target=lambda: kept.append(crowd()))
    worker.start()
    worker.join()
    assert died_in == []
    collector.collect_what_is_due()
    assert died_in == [QThread.currentThread()]
