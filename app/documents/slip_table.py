"""The heart of the slip: the law it rests on, and every material that is still needed."""

from collections.abc import Callable, Iterator, Sequence

from app.documents.facts import paragraphs
from app.documents.grid import Grid
from app.documents.lines import Span
from app.documents.styles import BODY, SMALL, TABLE, TABLE_CENTRE
from app.documents.table import Column, table
from app.documents.words import Words
from app.domain.catalogue import Regime
from app.domain.judgement import ShortcomingKind
from app.domain.notice import NoticeKind
from app.ports.documents import ReplacedSlip, SlipForm, SlipMaterial

_Value = Callable[[int, SlipMaterial, Words], Sequence[Span]]
_Column = Column[SlipMaterial]
_HEAD = "paper.slip.column."


def told(form: SlipForm, words: Words, width: float) -> Grid:
    """The opening sentence, and what the slip replaces."""
    texts = [opening(form, words)]
    if form.replaces:
        texts.append([Span(replacement(form, form.replaces, words), bold=True)])
    return paragraphs(texts, BODY, width)


def materials(form: SlipForm, words: Words, width: float) -> Grid:
    """The table of what is still needed, its head repeated on every page."""
    return table(_columns(form.kind), form.materials, words, width)


def remarks(form: SlipForm, words: Words, width: float) -> Iterator[Grid]:
    """What was handed in, what is not needed, and what the dash in the table means.

    The two are told apart: of a paper that nobody handed in nobody says that it was collected, and the applicant
    who reads the whole list in the guide sees that it was not forgotten.
    """
    for told, names in (("in_order", form.in_order), ("not_applicable", form.not_applicable)):
        if names:
            code = f"paper.slip.{told}.{form.kind}"
            text = words.texts(code, count=len(names), names=words.sentences(names))
            yield paragraphs([[Span(text)]], BODY, width)
    if _has_blank(form, words):
        yield paragraphs([[Span(words.texts("paper.blank_legend"))]], SMALL, width)


def opening(form: SlipForm, words: Words) -> list[Span]:
    """Why the slip is given and what it means, in the terms of the item's regime."""
    if not form.materials:
        return [Span(words.texts("paper.slip.opening.ready"))]
    subject = "consultation" if form.kind is NoticeKind.CONSULTATION else str(form.regime)
    start, closing = _basis_words(form, subject, words)
    count = len(form.materials)
    return [
        Span(start),
        Span(words.texts("paper.slip.opening.all", count=count), bold=True),
        Span(words.texts(f"paper.slip.closing.{closing}")),
    ]


def _basis_words(form: SlipForm, subject: str, words: Words) -> tuple[str, str]:
    """The sentence on what it rests, and how the closing is called that goes with it.

    The law's own closing speaks of "the same paragraph": where the office rests it on other words, another is said.
    """
    texts = words.texts
    if form.own_basis and subject == Regime.LICENCE:
        own = "licence_in_own_words"
        return texts(f"paper.slip.opening.{own}", laws=form.own_basis), own
    laws = form.own_basis or words.listed(texts("paper.slip.law", name=law) for law in form.legal_basis)
    start = f"paper.slip.opening.{subject}_and_own" if laws else f"paper.slip.opening.{subject}"
    return texts(start, laws=laws), subject


def replacement(form: SlipForm, replaced: ReplacedSlip, words: Words) -> str:
    """Which slip is replaced, why, and what is new."""
    texts = words.texts
    new_rows = [number for number, row in enumerate(form.materials, 1) if row.is_new]
    parts = [texts("paper.slip.replaces", number=replaced.number, day=replaced.issued_on)]
    if replaced.reason:
        parts.append(texts("paper.slip.replaces_reason", reason=replaced.reason))
    if new_rows:
        parts.append(texts("paper.slip.replaces_rows", rows=words.rows(new_rows)))
    if replaced.changes:
        parts.append(texts("paper.slip.replaces_changes", changes=words.sentences(replaced.changes)))
    if not new_rows and not replaced.changes:
        parts.append(texts("paper.slip.replaces_nothing"))
    return "".join(parts)


def _columns(kind: NoticeKind) -> list[_Column]:
    supplement = kind is NoticeKind.SUPPLEMENT
    columns: list[_Column] = [
        Column(_HEAD + "number", 25, TABLE_CENTRE, lambda number, row, words: [Span(str(number))]),
        Column(_HEAD + "material", 84, TABLE, _material),
        Column(_HEAD + ("problem" if supplement else "state"), 89, TABLE, _problem),
        Column(
            _HEAD + ("requirement" if supplement else "requirement_consultation"),
            92,
            TABLE,
            _field("requirement"),
        ),
        Column(_HEAD + "medium", 34, TABLE_CENTRE, _media),
        Column(_HEAD + "due", 25, TABLE_CENTRE, _due),
        Column(_HEAD + "handed_in", 25, TABLE_CENTRE, _handed_in),
        Column(_HEAD + "issuer", 46, TABLE, _field("issued_by")),
        Column(_HEAD + "how", 50, TABLE, _field("how_to_get")),
        Column(_HEAD + "basis", 40, TABLE, _basis),
    ]
    return [column for column in columns if supplement or column.head != _HEAD + "handed_in"]


def _material(number: int, row: SlipMaterial, words: Words) -> list[Span]:
    mark = [Span(words.texts("paper.slip.new_row"), bold=True)] if row.is_new else []
    return [*mark, Span(row.name)]


def _problem(number: int, row: SlipMaterial, words: Words) -> list[Span]:
    problem = "to_prepare" if row.shortcoming is None else str(row.shortcoming)
    spans = [Span(words.texts(f"paper.shortcoming.{problem}"), bold=True)]
    said = [row.detail] if row.detail else []
    if row.required_unstated:
        said.append(words.texts("paper.slip.required_unstated"))
    return [*spans, *(Span("\n" + text) for text in said)]


def _media(number: int, row: SlipMaterial, words: Words) -> list[Span]:
    names = (words.texts(f"paper.medium.{medium}") for medium in row.media)
    return _known(words.texts("paper.medium.separator").join(names), words)


def _due(number: int, row: SlipMaterial, words: Words) -> list[Span]:
    originals, photocopies = row.originals_due, row.photocopies_due
    if originals and photocopies:
        if originals == photocopies:
            return [Span(words.texts("paper.slip.each", count=originals))]
        code = "paper.slip.originals_and_copies"
        return [Span(words.texts(code, originals=originals, photocopies=photocopies))]
    parts = [part for part in (originals, photocopies) if part is not None]
    total = row.copies_due if row.copies_due is not None else sum(parts) if parts else None
    return _known(None if total is None else str(total), words)


def _handed_in(number: int, row: SlipMaterial, words: Words) -> list[Span]:
    count = row.copies_handed_in
    if count is None and row.shortcoming is ShortcomingKind.MISSING:
        count = 0
    return _known(None if count is None else str(count), words)


def _basis(number: int, row: SlipMaterial, words: Words) -> list[Span]:
    if row.basis is None and row.listed_as is not None:
        return [Span(words.texts("paper.slip.listed_as", number=row.listed_as))]
    return _known(row.basis, words)


def _field(name: str) -> _Value:
    return lambda number, row, words: _known(getattr(row, name), words)


def _known(value: str | None, words: Words) -> list[Span]:
    return [Span(value or words.texts("paper.blank"))]


def _has_blank(form: SlipForm, words: Words) -> bool:
    """Whether the table says somewhere that the guide says nothing."""
    blank = _known(None, words)
    return any(
        column.says(number, row, words) == blank
        for number, row in enumerate(form.materials, 1)
        for column in _columns(form.kind)
    )
