"""What the log may hold of an error."""

import traceback
from pathlib import Path


def trace_of(error: BaseException) -> list[str]:
    """Types and places of an error and of what caused it; never its words, which may hold personal data."""
    lines = []
    current: BaseException | None = error
    while current is not None:
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        frames = traceback.extract_tb(current.__traceback__)
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        if isinstance(current, BaseExceptionGroup):
            lines += [line for part in current.exceptions for line in trace_of(part)]
        current = current.__cause__ or current.__context__
    return lines
