"""Identity numbers and phones as people type them: checked, and brought into one form."""

import re
import unicodedata

from stdnum.cn import ric
from stdnum.exceptions import InvalidComponent

from app.domain.errors import BadInput

LENGTH = 18
LONGEST_NAME = 50
CENTURIES = ("18", "19", "20")
_SEPARATORS = re.compile(r"[\s\-()]")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"0\d{2,3}[2-9]\d{6,7}")


def identity_number(typed: str) -> str:
    """A citizen's identity number or a residence permit's (GB 11643), as 18 characters with a capital X.

    The area is not checked: it is that of the registration, not of the birth, and permits of residents of Hong
    Kong, Macao and Taiwan have areas of their own (810000, 820000, 830000).

    Raises:
        BadInput: wrong length, characters, date of birth or check digit, in this order.
    """
    number = _compact(typed).upper()
    if len(number) != LENGTH:
        raise BadInput("person.rule.identity_length", length=len(number))
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        raise BadInput("person.rule.identity_characters")
    if not _has_birth_date(number):
        raise BadInput("person.rule.identity_date")
    if number[-1] != ric.calc_check_digit(number):
        raise BadInput("person.rule.identity_check_digit")
    return number


def phone_number(typed: str) -> str:
    """A mobile number, or a landline with its area code, as digits alone.

    Raises:
        BadInput: neither of them.
    """
    number = re.sub(r"^(\+|00)86", "", _compact(typed))
    if not _MOBILE.fullmatch(number) and not _LANDLINE.fullmatch(number):
        raise BadInput("person.rule.phone")
    return number


def person_name(typed: str) -> str:
    """A name in composed form (NFC), trimmed, with single spaces.

    Raises:
        BadInput: nothing in it, longer than a name, or a number in the wrong field.
    """
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if not name:
        raise BadInput("person.rule.name_blank")
    if len(name) > LONGEST_NAME:
        raise BadInput("person.rule.name_long", most=LONGEST_NAME)
    if re.search(r"\d{4}", name):
        raise BadInput("person.rule.name_number")
    return name


def _compact(typed: str) -> str:
    """Without separators, and in half width: an input method types full-width digits."""
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", typed))


def _has_birth_date(number: str) -> bool:
    try:
        ric.get_birth_date(number)
    except InvalidComponent:
        return False
    return number[6:8] in CENTURIES
