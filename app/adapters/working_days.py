"""Working days by the State Council's yearly arrangement, from the package chinesecalendar."""

from datetime import date

import chinese_calendar

SATURDAY = 5


class PublishedWorkingDays:
    """Implements ``app.domain.calendar.WorkingDays``. In years not published yet only weekends are free."""

    def is_working_day(self, day: date) -> bool:
        try:
            return bool(chinese_calendar.is_workday(day))
        except NotImplementedError:
            return day.weekday() < SATURDAY

    def is_published(self, year: int) -> bool:
        try:
            chinese_calendar.is_workday(date(year, 1, 1))
        except NotImplementedError:
            return False
        return True
