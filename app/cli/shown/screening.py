"""Similar cases, and past ones that came in, as JSON and as a table."""

from collections.abc import Sequence

from rich.table import Table

from app.cli.output import Say, Shown, facts, table
from app.domain.exception_category import called
from app.ports.case_search import SimilarCase
from app.services.import_past_cases import ImportedCases


def similar_cases(found: Sequence[SimilarCase], say: Say) -> Shown:
    """``{"similar": [{"number", "score", "category", "summary", "remedy", "open", "satisfied", "known", "source"}]}``.

    ``known`` is true for a case that comes with the program, false for one of the hall's own.
    """
    return Shown({"similar": [_document(one) for one in found]}, lambda: _table(found, say))


def imported_cases(result: ImportedCases, say: Say) -> Shown:
    """``{"cases", "new", "problems"}``: what the file holds, and what of it was new."""
    document = {"cases": result.cases, "new": result.new, "problems": []}
    pairs = [(say.texts("cli.column.cases"), result.cases), (say.texts("cli.column.new"), result.new)]
    return Shown(document, lambda: facts(pairs))


def _document(one: SimilarCase) -> dict[str, object]:
    return {
        "number": one.case.number,
        "score": round(one.score, 3),
        "category": one.case.category,
        "summary": one.case.summary,
        "remedy": one.case.remedy,
        "denied": one.case.is_denial,
        "open": one.case.is_open,
        "satisfied": one.case.satisfied,
        "known": one.case.is_known,
        "source": one.case.source,
    }


def _table(found: Sequence[SimilarCase], say: Say) -> Table:
    headings = ("exception", "score", "open", "category", "summary", "remedy")
    return table(
        [say.texts(f"cli.column.{heading}") for heading in headings],
        [
            (
                one.case.number,
                f"{one.score:.1f}",
                say.texts("cli.word.yes" if one.case.is_open else "cli.word.no"),
                called(one.case.category, one.case.category_name, say.texts),
                one.case.summary,
                say.texts("similar.denial", remedy=one.case.remedy)
                if one.case.is_denial
                else one.case.remedy,
            )
            for one in found
        ],
    )
