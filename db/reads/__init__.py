"""What screens read, as frozen rows."""

from db.reads.of_cases import CaseReaders
from db.reads.of_exceptions import ExceptionReaders
from db.reads.of_figures import FigureReaders
from db.reads.of_the_hall import HallReaders


class SqlReaders(HallReaders, CaseReaders, ExceptionReaders, FigureReaders):
    """``app.ports.readers.Readers``: each call is one consistent look."""
