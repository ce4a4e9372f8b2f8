"""An empty window in Qt's loop, by a program that has imported all libraries named on its standard input.

``python -m tests.bench.start_bare``
"""

import asyncio
import importlib
import sys
import time

from tests.bench.painted import tell


def main() -> None:
    """Import, show, say when it was painted, and end."""
    for name in sys.stdin.read().split():
        importlib.import_module(name)

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget  # isort: skip - before qasync, which looks for it
    from qasync import QEventLoop

    class Window(QWidget):
        painted = asyncio.Event()

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            self.painted.set()

    async def show() -> None:
        window = Window()
        window.resize(1366, 768)
        window.show()
        await window.painted.wait()
        tell(time.monotonic_ns())

    app = QApplication([])
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.run(show())


if __name__ == "__main__":
    main()
