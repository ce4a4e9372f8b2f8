"""What people type freely, as it may be kept: identity and telephone numbers in it are masked."""

import re
import unicodedata
from collections.abc import Callable

from app.domain.person import mask_identity, mask_phone

_BIRTH_DATE = r"(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_IDENTITY = re.compile(rf"(?<!\d)\d{{6}}[\W_]?{_BIRTH_DATE}[\W_]?\d{{3}}[\W_]?[\dXx](?!\d)")
# With separators anywhere an amount, a date and a time may look like one: here the check digit decides.
_IDENTITY_SPREAD = re.compile(r"(?<!\d)\d(?:[\W_]{0,2}\d){16}[\W_]{0,2}[\dXx](?!\d)")

# No colon and no comma: times and amounts have them. After a full stop more than cents must follow.
_GAP = r"(?:[^\w:,;.\n]{1,2}|_|\.(?=\d{3}))?"
_NOT_A_CASE_NUMBER = r"(?!(?<=[A-Za-z])\d+-20\d\d-)"  # IT008-2026-00041
_NOT_A_DAY = r"(?!(?<=\d[-./])\d\d\D)"  # the 15 of 2026-03-15
_COUNTRY = rf"(?:(?:\+|00)?86{_GAP})"
_MOBILE = rf"{_COUNTRY}?1{_GAP}[3-9](?:{_GAP}\d){{9}}"
_AREA = r"(?:10|2\d|[3-9]\d\d)"
_LANDLINE = rf"(?:{_COUNTRY}\(?0?|\(?0){_AREA}{_GAP}[2-8](?:{_GAP}\d){{6,7}}"
_PHONE = re.compile(rf"(?<!\d){_NOT_A_CASE_NUMBER}{_NOT_A_DAY}(?:{_MOBILE}|{_LANDLINE})(?!\d)")
_COUNTRY_DIGITS = re.compile(r"^(?:00)?86(?=\d{9})")


def said(text: str) -> str:
    """What was typed freely, as it may be kept: trimmed, identity and telephone numbers in it masked.

    A reason or a note stands on screens and on paper, where no personal value may. However a number is typed,
    full-width or with gaps, it is masked in the same way.
    """
    for pattern, mask in ((_IDENTITY, _identity), (_IDENTITY_SPREAD, _spread), (_PHONE, _phone)):
        text = _masked(text, pattern, mask)
    return text.strip()


def _masked(text: str, pattern: re.Pattern[str], mask: Callable[[str], str | None]) -> str:
    """Found in the text as it is read, replaced in the text as it was typed: other signs stay what they are."""
    parts, end = [], 0
    for found in pattern.finditer("".join(map(_read, text))):
        masked = mask(re.sub(r"[^\dXx]", "", found.group()))
        if masked is not None:
            parts += [text[end : found.start()], masked]
            end = found.end()
    return "".join([*parts, text[end:]])


def _read(sign: str) -> str:
    """The sign without its width or ornament: １ is 1. Always a single one, so that places agree."""
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign


def _identity(number: str) -> str:
    return mask_identity(number.upper())


def _spread(number: str) -> str | None:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False)) % 11
    born = re.match(_BIRTH_DATE, number[6:])
    return _identity(number) if born and number[-1].upper() == "10X98765432"[rest] else None


def _phone(number: str) -> str:
    return mask_phone(_COUNTRY_DIGITS.sub("", number))
