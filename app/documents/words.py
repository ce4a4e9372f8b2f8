"""Plain values of the forms in words."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from math import ceil

from app.texts import Texts

_LARGEST_DENOMINATOR = 8


class Words:
    """What several forms say in the same way, in one language."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts

    def moment(self, moment: datetime) -> str:
        """Date and time in the zone that *moment* carries: 2026年3月18日 10时24分."""
        day = self.texts.date(moment.date())
        return self.texts("paper.moment", day=day, hour=moment.hour, minute=moment.minute)

    def listed(self, words: Iterable[str]) -> str:
        """Words one after the other."""
        return self.texts("paper.list_separator").join(words)

    def sentences(self, sentences: Iterable[str]) -> str:
        """Longer pieces one after the other."""
        return self.texts("paper.sentence_separator").join(sentences)

    def in_guide(self, value: str | None) -> str:
        """What the item's guide says, or that it says nothing."""
        return value or self.texts("paper.not_in_guide")

    def recorded(self, value: str | None) -> str:
        """What is on record, or that nothing is."""
        return value or self.texts("paper.not_recorded")

    def working_days(self, days: int | Decimal) -> str:
        """A time limit: 20 个工作日; an eighth of a day stays an eighth, none at all is the same day."""
        if days == 0:
            return self.texts("paper.same_day")
        part = Fraction(days)
        shown = f"{part}" if part.denominator <= _LARGEST_DENOMINATOR else f"{days}"
        return self.texts("paper.days", count=ceil(part), days=shown)

    def limits(self, statutory: int | Decimal | None, promised: int | Decimal | None) -> str:
        """Both limits of an item, in working days, and which of them the guide does not say."""
        if statutory is None and promised is None:
            return self.in_guide(None)
        by_law, by_promise = (
            None if days is None else self.working_days(days) for days in (statutory, promised)
        )
        code = "paper.slip.limits_value"
        if by_law is None:
            code = "paper.slip.limits_promised"
        elif by_promise is None:
            code = "paper.slip.limits_statutory"
        return self.texts(code, statutory=by_law, promised=by_promise)

    def counters(self, signs: Sequence[str]) -> str:
        """Counters by their signs: 2–4、7 号窗口; signs that are no numbers stand as they are."""
        if not all(sign.isdecimal() for sign in signs):
            return self.listed(signs)
        return self.texts("paper.counters", numbers=self.listed(_ranges(sorted(map(int, signs)))))

    def rows(self, numbers: Iterable[int]) -> str:
        """Numbers of rows: 2、5."""
        return self.listed(str(number) for number in numbers)


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        if len(run) > 2:  # two neighbours read better one by one
            yield f"{run[0]}–{run[-1]}"
        else:
            yield from map(str, run)
