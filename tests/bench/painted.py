"""What a process says about itself when its window has been painted."""

import json
import re
import sys
from pathlib import Path
from types import ModuleType

_OURS = ("app", "db", "ui", "resources", "tests", "__main__", "__mp_main__")


def tell(at: int) -> None:
    """When that was (nanoseconds of the monotonic clock), resident memory in MB, and the libraries that are loaded."""
    libraries = [name for name, module in sys.modules.items() if _is_library(name, module)]
    sys.stdout.write(json.dumps({"painted": at, "memory": _resident(), "libraries": libraries}) + "\n")


def _is_library(name: str, module: ModuleType) -> bool:
    """Whether it is none of ours and can be imported by its name: some are made by others in memory."""
    spec, file = getattr(module, "__spec__", None), getattr(module, "__file__", None)
    is_ours = name.partition(".")[0] in _OURS
    return not is_ours and spec is not None and spec.name == name and file is not None and Path(file).exists()


def _resident() -> float:
    kilobytes = re.search(r"^VmRSS:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    assert kilobytes is not None
    return int(kilobytes[1]) / 1024
