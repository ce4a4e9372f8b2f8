"""By what a case is found again: keyed look-ups of numbers, of a phone's end, and of a name as it sounds."""

from app.domain.case import Case
from app.domain.person import Person, Personal
from app.ports.protection import Protector


def keys_of(case: Case, protector: Protector) -> frozenset[bytes]:
    """All look-ups that lead to a case."""
    people = [case.applicant.person, case.applicant.agent]
    return frozenset(key for person in people if person for key in _keys_of_person(person, protector))


def _keys_of_person(person: Person, protector: Protector) -> set[bytes]:
    keys: set[bytes] = set()
    for kind in Personal:
        value = getattr(person, kind)
        if value is not None:
            keys |= {value.lookup, *protector.hints(kind, value)}
    return keys
