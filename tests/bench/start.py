"""Start and memory of a counter station against a bare window that imports the same libraries."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median

from tests.bench.figures import Figure, at_most
from tests.bench.ground import Ground
from tests.bench.sample import COUNTER

_TIMES = 9
_AIM_START, _AIM_MEMORY = 1.6, 1.5


@dataclass(frozen=True)
class Started:
    """One start: milliseconds from the beginning of the process to the painted window, and megabytes then."""

    took: float
    memory: float
    libraries: tuple[str, ...]


def measure(ground: Ground) -> list[Figure]:
    """In turn, so that what else the machine does falls on both."""
    os.environ |= {
        "YICI_HOME": str(ground.folder / "home"),
        "YICI_DATABASE": ground.sample,
        "YICI_KEY_FILE": str(ground.key_file),
    }
    names = "\n".join(_start("start_station", str(COUNTER)).libraries)
    _start("start_bare", said=names)
    pairs = [(_start("start_station", str(COUNTER)), _start("start_bare", said=names)) for _ in range(_TIMES)]
    station, bare = zip(*pairs, strict=True)
    return [
        _figure("start of a counter station : of a bare window", "ms", _AIM_START,
                [s.took for s in station], [s.took for s in bare]),
        _figure("its memory (RSS) : of a bare window", "MB", _AIM_MEMORY,
                [s.memory for s in station], [s.memory for s in bare]),
    ]  # fmt: skip


def _figure(name: str, unit: str, aim: float, ours: list[float], bare: list[float]) -> Figure:
    detail = f"{median(ours):.0f} {unit} : {median(bare):.0f} {unit}"
    return at_most(name, median(ours) / median(bare), aim, detail)


def _start(module: str, *arguments: str, said: str = "") -> Started:
    # Installed programs keep their bytecode, as the libraries do here: where that is forbidden we alone would compile.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}", *arguments],
        input=said, stdout=subprocess.PIPE, text=True, check=True, env=environment,
    )  # fmt: skip
    told = json.loads(done.stdout)
    return Started((told["painted"] - began) / 1e6, told["memory"], tuple(told["libraries"]))
