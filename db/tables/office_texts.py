"""What offices say in their own words on documents; an empty ``kind`` is every kind."""

from sqlalchemy import Column, PrimaryKeyConstraint, Table, Text

from app.domain.office_text import TextPart
from db.tables.base import metadata, one_of, reference

office_texts = Table(
    "office_texts",
    metadata,
    reference("department_id", "departments"),
    Column("part", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("department_id", "part", "kind"),
    one_of("part", TextPart),
)
