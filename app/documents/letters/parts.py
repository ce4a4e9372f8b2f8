"""What several letters say in the same way."""

from app.documents.blocks import Block
from app.documents.facts import paragraphs
from app.documents.lines import Span
from app.documents.styles import LETTER
from app.documents.words import Words
from app.domain.catalogue import Regime
from app.domain.document import DocumentKind
from app.ports.documents import DueDay, LetterForm, Remedies
from app.texts import Texts

_PADDING = 7.0
_DECISIONS = {DocumentKind.GRANT, DocumentKind.DENIAL}


def title(kind: DocumentKind, regime: Regime, texts: Texts) -> str:
    """What the document is called; decisions about licences say that they are."""
    if kind in _DECISIONS and regime is Regime.LICENCE:
        return texts(f"letter.title.{kind}.licence")
    return texts(f"letter.title.{kind}")


def opening(words: Words, width: float, *texts: str, bold: str = "", after: str = "") -> Block:
    """What the letter says first: a framed paragraph for each text, then what is decided, in bold, and the rest."""
    spans = [[Span(text)] for text in texts]
    if bold:
        spans[-1] += [Span(bold, bold=True), Span(after)]
    return paragraphs(spans, LETTER, width, _PADDING)


def basis(form: LetterForm, words: Words, article: str) -> str:
    """依照…: the licensing law's article with the item's own laws; for other items their own laws, or the guide."""
    texts = words.texts
    if form.own_basis:
        return texts("letter.basis.law", law=form.own_basis)
    laws = words.listed(texts("paper.slip.law", name=law) for law in form.legal_basis)
    if form.regime is Regime.LICENCE:
        law = texts(f"letter.article.{article}")
        return (
            texts("letter.basis.licence_and_own", law=law, laws=laws)
            if laws
            else texts("letter.basis.law", law=law)
        )
    return texts("letter.basis.law", law=laws) if laws else texts("letter.basis.guide")


def last_day(due: DueDay | None, words: Words) -> str:
    """A last day; one in a year without published working days is called expected."""
    if due is None:
        return words.texts("paper.blank")
    day = words.moment(due.at) if due.at else words.texts.date(due.day)
    return words.texts("letter.provisional", day=day) if due.provisional else day


def remedies(form: LetterForm, known: Remedies | None, words: Words) -> str:
    """Where to turn; of items that are no licences the guide would have to say it."""
    if form.own_remedies:
        return form.own_remedies
    if known is None:
        return words.in_guide(None)
    return words.texts("letter.remedies", days=known.reconsideration_days, months=known.suit_months)
