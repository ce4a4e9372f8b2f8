"""Records of exception cases are printed too."""

from db.migrations.print_jobs import print_also

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """One more kind of paper: an older station meets it only where one is queued under that station's name."""
    print_also("exception", "ticket", "notice", "document")
