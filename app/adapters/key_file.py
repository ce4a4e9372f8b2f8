"""The file with the hall's keys, which only its owner can read."""

import base64
import json
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from app.ports.errors import KeyUnusable
from app.ports.files import reason_of

KEY_BYTES = 32
OTHERS = 0o077


@dataclass(frozen=True, slots=True)
class Keys:
    """Secrets by key number, from 1. The newest protects; older ones stay, to read what they protected."""

    secrets: dict[int, bytes] = field(repr=False)

    @property
    def newest(self) -> int:
        """The number of the key that protects new values."""
        return max(self.secrets)

    @property
    def oldest(self) -> int:
        """The number of the key that look-ups are made with: they must not change when a key is added."""
        return min(self.secrets)


def create_keys(path: Path) -> Keys:
    """Make the key file of a new hall, readable by its owner only.

    Raises:
        KeyUnusable: a file is there already (another hall's data may need it), or it cannot be written.
    """
    keys = Keys({1: secrets.token_bytes(KEY_BYTES)})
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_new(path, keys)
    except OSError as error:
        if isinstance(error, FileExistsError) and path.exists():
            raise KeyUnusable("protection.rule.key_exists", file=str(path)) from None
        raise KeyUnusable(
            "protection.rule.key_unwritable", file=str(path), reason=reason_of(error)
        ) from error
    return keys


def has_keys(path: Path) -> bool:
    """Whether the file is there; what it holds is another question.

    Raises:
        KeyUnusable: nobody lets us look.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise _unreadable(path, error) from error
    return True


def read_keys(path: Path) -> Keys:
    """The keys of a file.

    Raises:
        KeyUnusable: missing, readable by others, not readable, or no key file.
    """
    try:
        if os.name == "posix" and path.stat().st_mode & OTHERS:
            raise KeyUnusable("protection.rule.key_open_to_others", file=str(path))
        return _decoded(path.read_text(encoding="ascii"))
    except FileNotFoundError:
        raise KeyUnusable("protection.rule.key_missing", file=str(path)) from None
    except OSError as error:
        raise _unreadable(path, error) from error
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise KeyUnusable("protection.rule.key_malformed", file=str(path)) from error


def _write_new(path: Path, keys: Keys) -> None:
    """Write aside and link into place: no other station ever reads half a file, or loses its key to a later one."""
    aside = path.with_name(f".{path.name}.{uuid4().hex}")
    handle = os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(_encoded(keys))
            file.flush()
            os.fsync(file.fileno())
        os.link(aside, path)
    finally:
        aside.unlink()


def _unreadable(path: Path, error: OSError) -> KeyUnusable:
    return KeyUnusable("protection.rule.key_unreadable", file=str(path), reason=reason_of(error))


def _encoded(keys: Keys) -> str:
    texts = {str(number): base64.b64encode(secret).decode() for number, secret in keys.secrets.items()}
    return json.dumps({"yici_keys": texts}, indent=1) + "\n"


def _decoded(text: str) -> Keys:
    texts = json.loads(text)["yici_keys"]
    decoded = {int(number): base64.b64decode(secret, validate=True) for number, secret in texts.items()}
    if not decoded or any(len(secret) != KEY_BYTES for secret in decoded.values()):
        raise ValueError("no key, or one of the wrong length")
    return Keys(decoded)
