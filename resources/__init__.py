"""Files that ship with the program: fonts, icons, styles, sounds, the sample hall's catalogue."""

from pathlib import Path

_HERE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """The path of a bundled file or folder, from source and in the frozen program alike.

    Raises FileNotFoundError when it is not there.
    """
    path = _HERE.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path
