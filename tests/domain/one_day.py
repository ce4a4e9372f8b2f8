"""The rule of 一天办结 as it is written; the product turns it round, so that the database can count by it."""

from datetime import date, timedelta

from app.domain.calendar import WorkingDays


def is_one_day(accepted: date, decided: date, calendar: WorkingDays) -> bool:
    """Whether a case was decided on the working day it was accepted, or the next."""
    next_one = accepted + timedelta(days=1)
    while not calendar.is_working_day(next_one):
        next_one += timedelta(days=1)
    return decided <= next_one
