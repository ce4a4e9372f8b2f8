"""The slip's labelled facts: whom and what it concerns, and how it goes on."""

from collections.abc import Sequence
from datetime import date

from app.documents.blocks import Text
from app.documents.grid import PADDING_X, Cell, Grid, Row
from app.documents.opening import opening_words
from app.documents.styles import BODY
from app.documents.words import Words
from app.domain.catalogue import Regime
from app.domain.notice import NoticeKind
from app.ports.documents import SlipForm

# Shares of the width: label, value, label, value.
_SHARES = (0.106, 0.398, 0.134, 0.362)
_PADDING = 2.6

_Fact = tuple[str, str]  # code of the label, value in words


def about(form: SlipForm, words: Words, width: float) -> Grid:
    """Who asks for what, and since when."""
    return _grid([*_person(form, words), *_item(form, words), *_received(form, words)], words, width)


def onwards(form: SlipForm, words: Words, width: float) -> tuple[Grid, Grid]:
    """Conditions, steps, limits, fee, where and when; below it, whom to ask."""
    how = [
        [("paper.slip.conditions", words.in_guide(form.conditions))],
        [(f"paper.slip.steps.{form.kind}", words.in_guide(words.sentences(form.steps)))],
        [("paper.slip.limits", _limits(form, words)), ("paper.slip.fee", _fee(form, words))],
        [
            ("paper.slip.leniency", _leniency(form, words)),
            (f"paper.slip.channels.{form.kind}", _channels(form, words)),
        ],
        [
            (f"paper.slip.place.{form.kind}", words.recorded(form.place)),
            ("paper.slip.hours", words.recorded(form.hours or opening_words(form.opening, words))),
        ],
    ]
    whom = [
        [
            ("paper.slip.inquiry", words.recorded(form.inquiry_phone)),
            ("paper.slip.supervision", words.recorded(form.supervision_phone)),
        ],
        [("paper.slip.trouble", _trouble(form, words))],
    ]
    return _grid(how, words, width), _grid(whom, words, width)


def _person(form: SlipForm, words: Words) -> list[list[_Fact]]:
    identity = " ".join(filter(None, (form.identity_kind, form.identity_number)))
    asks = "paper.slip.asker" if form.kind is NoticeKind.CONSULTATION else "paper.slip.applicant"
    return [
        [(asks, words.recorded(form.applicant)), ("paper.slip.identity", words.recorded(identity))],
        [
            ("paper.slip.agent", words.recorded(form.agent)),
            ("paper.slip.phone", words.recorded(form.phone)),
        ],
    ]


def _item(form: SlipForm, words: Words) -> list[list[_Fact]]:
    version = form.item_code
    if form.item_in_force_from:
        version = words.texts("paper.slip.code_version", code=form.item_code, day=form.item_in_force_from)
    which = [("paper.slip.situation", form.situation), ("paper.slip.case", form.case_number)]
    known = [(label, value) for label, value in which if value]
    rows = [[("paper.slip.item", form.item), ("paper.slip.code_and_version", version)]]
    return [*rows, known] if known else rows


def _received(form: SlipForm, words: Words) -> list[list[_Fact]]:
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


def _limits(form: SlipForm, words: Words) -> str:
    statutory, promised = (
        None if days is None else words.working_days(days)
        for days in (form.statutory_days, form.promised_days)
    )
    if statutory is None and promised is None:
        return words.in_guide(None)
    code = "paper.slip.limits_value"
    if statutory is None:
        code = "paper.slip.limits_promised"
    elif promised is None:
        code = "paper.slip.limits_statutory"
    return words.texts(code, statutory=statutory, promised=promised)


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


def _trouble(form: SlipForm, words: Words) -> str:
    if form.trouble_counter is None:
        return words.texts("paper.slip.trouble_anywhere")
    return words.texts("paper.slip.trouble_at", place=form.trouble_counter)


def _grid(rows: Sequence[Sequence[_Fact]], words: Words, width: float) -> Grid:
    widths = [share * width for share in _SHARES]
    return Grid.of(widths, [_row(facts, words, widths) for facts in rows])


def _row(facts: Sequence[_Fact], words: Words, widths: Sequence[float]) -> Row:
    cells = []
    for place, (label, value) in enumerate(facts):
        first = 2 * place
        columns = 1 if len(facts) > 1 else len(widths) - 1
        room = sum(widths[first + 1 : first + 1 + columns]) - 2 * PADDING_X
        cells.append(Cell(Text.of(words.texts(label), BODY, widths[first] - 2 * PADDING_X), shaded=True))
        cells.append(Cell(Text.of(value, BODY, room), columns))
    return Row(cells, _PADDING)
