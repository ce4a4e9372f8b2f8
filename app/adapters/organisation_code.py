"""统一社会信用代码 (GB 32100-2015), checked by python-stdnum."""

import unicodedata

from stdnum.cn import uscc
from stdnum.exceptions import InvalidChecksum, InvalidLength, ValidationError

from app.domain.errors import BadInput


def organisation_code(typed: str) -> str:
    """Implements ``app.ports.organisations.OrganisationCodes``: 18 characters, capital letters."""
    plain = unicodedata.normalize("NFKC", typed).strip().upper()
    try:
        return str(uscc.validate(plain))
    except InvalidLength:
        raise BadInput("organisation.rule.code_length", length=len(uscc.compact(plain))) from None
    except InvalidChecksum:
        raise BadInput("organisation.rule.code_check_digit") from None
    except ValidationError:
        raise BadInput("organisation.rule.code") from None
