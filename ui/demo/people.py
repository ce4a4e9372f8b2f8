"""Invented people: names from a list, identity numbers and phones that are well formed and nobody's."""

from stdnum.cn.ric import calc_check_digit

from app.domain.policy import Priority
from app.services.issue_ticket import Visitor
from ui.demo.script import Script

_REGION = "330102"
_ELDERLY_BORN, _OTHERS_BORN = (1938, 1954), (1966, 2003)


class People:
    """Gives one person after the other; the same name is the same person."""

    def __init__(self, script: Script) -> None:
        self._script, self._chance = script, script.chance("people")
        self._known: dict[str, Visitor] = {}

    def somebody(self, priority: Priority = Priority.ORDINARY, name: str = "") -> Visitor:
        """A person of this class; one who was named before comes again."""
        if name in self._known:
            return self._known[name]
        visitor = Visitor(name or self._name(), self._identity(priority), self._phone(), priority)
        if name:
            self._known[name] = visitor
        return visitor

    def _name(self) -> str:
        return self._chance.choice(self._script.surnames) + self._chance.choice(self._script.given_names)

    def _identity(self, priority: Priority) -> str:
        luck = self._chance.randint
        year = luck(*(_ELDERLY_BORN if priority is Priority.ELDERLY else _OTHERS_BORN))
        body = f"{_REGION}{year}{luck(1, 12):02}{luck(1, 28):02}{luck(0, 999):03}"
        return body + calc_check_digit(f"{body}0")

    def _phone(self) -> str:
        return f"1380000{self._chance.randint(0, 9999):04}"
