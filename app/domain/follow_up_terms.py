"""The dates of a bad rating's follow-up: its limits in working days, and the days that warn of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.calendar import Due, WorkingDays, add_working_days, day_of_warning
from app.domain.follow_up_table import FollowUpLimit
from app.domain.policy import Policy


@dataclass(frozen=True, slots=True)
class FollowUpTerms:
    """The hall's settings and working days, as they are ``today``."""

    policy: Policy
    calendar: WorkingDays
    today: date

    def contact_by(self, start: date) -> Due:
        """By when the person is contacted, for a rating of ``start``."""
        return add_working_days(start, self.policy.days_to_contact, self.calendar)

    def right_by(self, start: date, *, is_complex: bool = False) -> Due:
        """By when it is put right, for a rating of ``start``."""
        policy = self.policy
        days = policy.days_to_put_right_complex if is_complex else policy.days_to_put_right
        return add_working_days(start, days, self.calendar)

    def appeal_by(self, start: date) -> Due:
        """Until when a rating of ``start`` is appealed against once it is on file."""
        return add_working_days(start, self.policy.days_to_appeal, self.calendar)

    def review_by(self, start: date) -> Due:
        """By when an appeal of ``start`` is decided on."""
        return add_working_days(start, self.policy.days_to_review, self.calendar)

    def warnings(self, limits: Mapping[FollowUpLimit, Due], since: date) -> dict[FollowUpLimit, date]:
        """The days from which lists show limits as near, without those where they do so from ``since`` on anyway."""
        days = self.policy.days_to_remind
        come = {limit: day_of_warning(due.day, days, since, self.calendar) for limit, due in limits.items()}
        return {limit: day for limit, day in come.items() if day is not None}
