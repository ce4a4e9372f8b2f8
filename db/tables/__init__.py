"""The tables, one file an aggregate."""

from db.tables.base import metadata
from db.tables.calendar import calendar_years
from db.tables.cases import case_keys, case_steps, cases
from db.tables.catalogue import item_versions
from db.tables.counters import counter_lines, counters
from db.tables.department_checks import department_check_entries, department_checks
from db.tables.exception_groups import exception_group_cases, exception_group_steps, exception_groups
from db.tables.exceptions import exception_attachments, exception_cases, exception_parts, exception_steps
from db.tables.hall import departments, halls
from db.tables.hall_key import hall_keys
from db.tables.lines import line_days, line_items, lines
from db.tables.notices import notices
from db.tables.office_texts import office_texts
from db.tables.print_jobs import print_jobs
from db.tables.ratings import follow_up_steps, follow_ups, ratings
from db.tables.records import audit_entries, commands, document_numbers, documents
from db.tables.reminders import reminders
from db.tables.staff import staff
from db.tables.tickets import errands, sent_online, tickets

__all__ = [
    "audit_entries",
    "calendar_years",
    "case_keys",
    "case_steps",
    "cases",
    "commands",
    "counter_lines",
    "counters",
    "department_check_entries",
    "department_checks",
    "departments",
    "document_numbers",
    "documents",
    "errands",
    "exception_attachments",
    "exception_cases",
    "exception_group_cases",
    "exception_group_steps",
    "exception_groups",
    "exception_parts",
    "exception_steps",
    "follow_up_steps",
    "follow_ups",
    "hall_keys",
    "halls",
    "item_versions",
    "line_days",
    "line_items",
    "lines",
    "metadata",
    "notices",
    "office_texts",
    "print_jobs",
    "ratings",
    "reminders",
    "sent_online",
    "staff",
    "tickets",
]
