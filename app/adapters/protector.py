"""Personal values under the hall's key: AES-256-GCM to read them, HMAC-SHA256 to find them by."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.adapters.key_file import KEY_BYTES, Keys
from app.adapters.personal_hints import hints, hints_of_query
from app.adapters.personal_values import identity_number, person_name, phone_number
from app.domain.errors import BadInput
from app.domain.person import Personal, Protected, mask_identity, mask_name, mask_phone
from app.ports.errors import KeyUnusable

NONCE_BYTES = 12

_NORMAL_FORM: Mapping[Personal, Callable[[str], str]] = {
    Personal.NAME: person_name,
    Personal.IDENTITY: identity_number,
    Personal.PHONE: phone_number,
}
_MASK: Mapping[Personal, Callable[[str], str]] = {
    Personal.NAME: mask_name,
    Personal.IDENTITY: mask_identity,
    Personal.PHONE: mask_phone,
}


class KeyProtector:
    """Implements ``app.ports.protection.Protector`` with the keys of a hall.

    A cipher is nonce + sealed value, bound to the kind of value: a name never opens as a phone.
    """

    def __init__(self, keys: Keys) -> None:
        self._ciphers = {n: AESGCM(_derived(secret, b"cipher")) for n, secret in keys.secrets.items()}
        self._newest = keys.newest
        self._lookup_key = _derived(keys.secrets[keys.oldest], b"lookup")

    def protect(self, kind: Personal, value: str) -> Protected:
        normal = _NORMAL_FORM[kind](value)
        nonce = os.urandom(NONCE_BYTES)
        sealed = self._ciphers[self._newest].encrypt(nonce, normal.encode(), kind.encode())
        return Protected(_MASK[kind](normal), self._digest(kind, normal), nonce + sealed, self._newest)

    def lookup(self, kind: Personal, value: str) -> bytes:
        """Raises ``BadInput`` as ``protect`` does: what is not valid cannot be found."""
        return self._digest(kind, _NORMAL_FORM[kind](value))

    def hints(self, kind: Personal, value: Protected) -> frozenset[bytes]:
        """Raises ``KeyUnusable`` as ``reveal`` does."""
        return self._hint_digests(hints(kind, self.reveal(kind, value)))

    def hints_of_query(self, typed: str) -> frozenset[bytes]:
        whole = {self._digest(kind, normal) for kind, normal in _readings(typed)}
        return self._hint_digests(hints_of_query(typed)) | whole

    def reveal(self, kind: Personal, value: Protected) -> str:
        """Raises ``KeyUnusable`` when the value was protected with another key, or was tampered with."""
        cipher = self._ciphers.get(value.key_number)
        if cipher is None:
            raise KeyUnusable("protection.rule.key_unknown", number=value.key_number)
        nonce, sealed = value.cipher[:NONCE_BYTES], value.cipher[NONCE_BYTES:]
        try:
            return cipher.decrypt(nonce, sealed, kind.encode()).decode()
        except (InvalidTag, ValueError):
            raise KeyUnusable("protection.rule.unreadable") from None

    def fingerprint(self) -> str:
        """Tells one hall's key from another's without telling the key: 16 hexadecimal digits."""
        return self._mac(b"fingerprint").hex()[:16]

    def _hint_digests(self, found: frozenset[str]) -> frozenset[bytes]:
        return frozenset(self._mac(b"hint\0" + hint.encode()) for hint in found)

    def _digest(self, kind: Personal, normal: str) -> bytes:
        return self._mac(kind.encode() + b"\0" + normal.encode())

    def _mac(self, message: bytes) -> bytes:
        mac = hmac.HMAC(self._lookup_key, hashes.SHA256())
        mac.update(message)
        return mac.finalize()


def _readings(typed: str) -> Iterator[tuple[Personal, str]]:
    """What was typed, as each kind of value that it can be."""
    for kind, normal_form in _NORMAL_FORM.items():
        with suppress(BadInput):
            yield kind, normal_form(typed)


def _derived(secret: bytes, purpose: bytes) -> bytes:
    """A key for one purpose (HKDF-SHA256, RFC 5869): ciphers and look-ups never share one."""
    return HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=b"yici " + purpose).derive(secret)
