"""The slip's labelled facts: whom and what it concerns, and how it goes on."""

from datetime import date

from app.documents.facts import Fact, facts_grid
from app.documents.grid import Grid
from app.documents.opening import opening_words
from app.documents.words import Words
from app.domain.catalogue import Regime
from app.domain.notice import NoticeKind
from app.ports.documents import LetterForm, SlipForm


def about(form: SlipForm, words: Words, width: float) -> Grid:
    """Who asks for what, and since when."""
    return facts_grid([*_person(form, words), *_item(form, words), *_received(form, words)], words, width)


def contacts(form: SlipForm | LetterForm, words: Words, width: float) -> Grid:
    """Whom to ask, and where to turn when it still cannot be done."""
    facts = [
        [
            ("paper.slip.inquiry", words.recorded(form.inquiry_phone)),
            ("paper.slip.supervision", words.recorded(form.supervision_phone)),
        ],
        [("paper.slip.trouble", _trouble(form.trouble_counter, words))],
    ]
    # A decision tells its remedies beside its reasons; a slip decides nothing, but its office may name some.
    if isinstance(form, SlipForm) and form.own_remedies:
        facts.append([("letter.fact.remedies", form.own_remedies)])
    return facts_grid(facts, words, width)


def onwards(form: SlipForm, words: Words, width: float) -> Grid:
    """Conditions, steps, limits, fee, where and when."""
    how = [
        [("paper.slip.conditions", words.in_guide(form.conditions))],
        [(f"paper.slip.steps.{form.kind}", words.in_guide(words.sentences(form.steps)))],
        [
            ("paper.slip.limits", words.limits(form.statutory_days, form.promised_days)),
            ("paper.slip.fee", _fee(form, words)),
        ],
        [
            ("paper.slip.leniency", _leniency(form, words)),
            (f"paper.slip.channels.{form.kind}", _channels(form, words)),
        ],
        [
            (f"paper.slip.place.{form.kind}", words.recorded(form.place)),
            ("paper.slip.hours", words.recorded(form.hours or opening_words(form.opening, words))),
        ],
    ]
    return facts_grid(how, words, width)


def _person(form: SlipForm, words: Words) -> list[list[Fact]]:
    identity = " ".join(filter(None, (form.identity_kind, form.identity_number)))
    asks = "paper.slip.asker" if form.kind is NoticeKind.CONSULTATION else "paper.slip.applicant"
    return [
        [(asks, words.recorded(form.applicant)), ("paper.slip.identity", words.recorded(identity))],
        [
            ("paper.slip.agent", words.recorded(form.agent)),
            ("paper.slip.phone", words.recorded(form.phone)),
        ],
    ]


def _item(form: SlipForm, words: Words) -> list[list[Fact]]:
    version = form.item_code
    if form.item_in_force_from:
        version = words.texts("paper.slip.code_version", code=form.item_code, day=form.item_in_force_from)
    which = [("paper.slip.situation", form.situation), ("paper.slip.case", form.case_number)]
    known = [(label, value) for label, value in which if value]
    rows = [[("paper.slip.item", form.item), ("paper.slip.code_and_version", version)]]
    return [*rows, known] if known else rows


def _received(form: SlipForm, words: Words) -> list[list[Fact]]:
    facts = []
    if form.received_on:
        facts.append(("paper.slip.received", words.texts.date(form.received_on)))
    if form.tell_by:
        facts.append(("paper.slip.tell_by", _tell_by(form, form.tell_by, words)))
    return [facts] if facts else []


def _tell_by(form: SlipForm, day: date, words: Words) -> str:
    if form.regime is Regime.OTHER:
        return words.texts.date(day)
    last = "tell_by_provisional" if form.tell_by_provisional else "tell_by_licence"
    return words.texts(f"paper.slip.{last}", day=day)


def _fee(form: SlipForm, words: Words) -> str:
    if form.fee is None:
        return words.texts("paper.slip.fee_unknown")
    if form.fee_basis is None:
        return form.fee
    return words.texts("paper.slip.fee_basis", fee=form.fee, basis=form.fee_basis)


def _leniency(form: SlipForm, words: Words) -> str:
    allowed = [material.may_be_late for material in form.materials]
    if any(allowed):
        late = words.rows(number for number, may in enumerate(allowed, 1) if may)
        return words.texts("paper.slip.leniency_some", rows=late)
    if allowed and None not in allowed:
        return words.texts("paper.slip.leniency_none")
    return words.texts("paper.slip.leniency_unknown")


def _channels(form: SlipForm, words: Words) -> str:
    names = (words.texts(f"paper.channel.{channel}") for channel in form.channels)
    return words.in_guide(words.listed(names))


def _trouble(place: str | None, words: Words) -> str:
    if place is None:
        return words.texts("paper.slip.trouble_anywhere")
    return words.texts("paper.slip.trouble_at", place=place)
