"""Short phrases that several parts of the guide desk say alike."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from app.domain.catalogue import HandlingType, Material
from app.ports.rows import LineRow, TicketRow
from ui.guide_desk.draft import ErrandDraft
from ui.words import Words

HOURS_A_DAY = 8
"""Fractions of a working day are of opening hours (0.125 is one hour)."""


def days_text(words: Words, days: str | Decimal | None) -> str:
    """Working days as the hall says them; empty when unknown."""
    try:
        number = Decimal(days) if days is not None else None
    except InvalidOperation:
        return str(days)
    if number is None:
        return ""
    if number == 0:
        return words("guide_desk.days.same_day")
    if number < 1:
        return words("guide_desk.days.hours", count=_whole(number * HOURS_A_DAY))
    return words("guide_desk.days.days", count=_whole(number))


def handling_text(words: Words, handling: HandlingType | None, days: str | Decimal | None) -> str:
    """Decided on the spot, or promised within so many days; empty when unknown."""
    limit = days_text(words, days)
    if handling is None:
        return limit
    kind = words(f"guide_desk.handling.{handling.value}")
    return words("guide_desk.handling.within", kind=kind, limit=limit) if limit else kind


def counters_text(words: Words, counters: Sequence[int]) -> str:
    """The counters of a line: “2–4, 7”; empty for none."""
    runs: list[list[int]] = []
    for number in sorted(counters):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    spans = (str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    listed = words("guide_desk.list_comma").join(spans)
    return words("guide_desk.counters", count=len(counters), counters=listed) if listed else ""


def wait_text(words: Words, line: LineRow) -> str:
    """The expected wait in minutes: a range, at once, or that nobody serves the line now."""
    if line.wait_minutes is None:
        return words("guide_desk.wait.closed")
    low, high = line.wait_minutes
    return words("guide_desk.wait.none") if line.waiting == 0 else f"{low}–{high}"


def errand_text(words: Words, name: str, situation: str | None) -> str:
    """An item with its situation."""
    return words("guide_desk.errand", item=name, situation=situation) if situation else name


def ticket_errands_text(words: Words, ticket: TicketRow) -> str:
    """What a ticket is for: its present errand, and how many more."""
    errand = ticket.errand
    return _and_more(words, ticket, errand_text(words, errand.item_name, errand.situation))


def which_errand_text(words: Words, ticket: TicketRow) -> str:
    """What tells a ticket from others for the same item: the situation, and how many more errands."""
    more, situation = len(ticket.errands) - 1, ticket.errand.situation or ""
    if not more:
        return situation
    return _and_more(words, ticket, situation) if situation else words("guide_desk.more_errands", count=more)


def _and_more(words: Words, ticket: TicketRow, text: str) -> str:
    more = len(ticket.errands) - 1
    return words("guide_desk.errand_and_more", item=text, count=more) if more else text


def copies_text(words: Words, material: Material) -> str:
    """In what form and how many: “original, 1”; empty when the guide does not say."""
    parts = [
        words(f"guide_desk.material.{medium}", count=count) if count else words(f"guide_desk.medium.{medium}")
        for medium, asked, count in (
            ("original", material.original, material.original_copies),
            ("copy", material.copy, material.copy_copies),
        )
        if asked
    ]
    if not parts and material.copies:
        return words("guide_desk.material.copies", count=material.copies)
    if not parts and material.electronic:
        return words("guide_desk.medium.electronic")
    return words("guide_desk.list_comma").join(parts)


def precheck_text(words: Words, errand: ErrandDraft) -> str:
    """How much of what is needed was brought; that nothing is needed calls for a second look at the item."""
    if errand.nothing_applies:
        return words("guide_desk.precheck.nothing_applies")
    missing, needed = len(errand.missing), len(errand.needed)
    code = "guide_desk.precheck.missing" if missing else "guide_desk.precheck.complete"
    return words(code, brought=needed - missing, needed=needed, missing=missing)


def _whole(number: Decimal) -> int | str:
    return int(number) if number == number.to_integral_value() else f"{number.normalize():f}"
