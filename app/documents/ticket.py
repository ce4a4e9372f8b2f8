"""The number ticket (号票) on thermal paper: pure black, as long as what it says, all of it. Lengths are in points."""

from collections.abc import Iterator, Sequence

from app.documents.blocks import Align, Beside, Block, Gap, Rule, Stack, Style, Text
from app.documents.canvas import new_canvas
from app.documents.checkbox import CheckBox
from app.documents.lines import Span, text_width
from app.documents.qr import QrCode
from app.documents.styles import ROLLS
from app.documents.words import Words
from app.ports.documents import MissedCallRule, Roll, TicketErrand, TicketForm, TicketMaterial
from app.texts import Texts

_MARGIN = 10.0  # above and below; the printer feeds its own
_LARGEST_NUMBER = 92.0
_NUMBER_HEIGHT = 0.86  # of the size: capitals and digits have nothing below the line


def render_ticket(form: TicketForm, texts: Texts) -> bytes:
    """Return the PDF of a ticket: one page, as wide as the roll and as high as the text needs."""
    page_width, width = ROLLS[form.roll]
    body = Stack(list(_Ticket(form, Words(texts), width).blocks()))
    height = body.height + 2 * _MARGIN
    canvas = new_canvas((page_width, height), texts.language, form.number, form.hall)
    body.draw(canvas, (page_width - width) / 2, height - _MARGIN)
    canvas.showPage()
    return canvas.finish()


class _Ticket:
    def __init__(self, form: TicketForm, words: Words, width: float) -> None:
        self.form = form
        self.words = words
        self.texts = words.texts
        self.width = width
        scale = 1.0 if form.roll is Roll.MM80 else 0.86
        self.body = Style(10.5 * scale, 14 * scale)
        self.small = Style(9 * scale, 12 * scale)
        self.strong = Style(12 * scale, 17 * scale)

    def blocks(self) -> Iterator[Block]:
        """The ticket from its top down."""
        yield self._header()
        yield Rule(self.width, 7, 1.2)
        yield from self._test_mark()
        yield self._number()
        yield Gap(3)
        yield from self._place_in_line()
        yield Rule(self.width, 9, 1.2)
        yield from self._errands()
        yield Rule(self.width, 9, 1, dashed=True)
        yield from self._materials()
        yield Rule(self.width, 11, 1, dashed=True)
        yield Gap(2)
        yield self._closing()
        yield Gap(4)
        issued = self.words.moment(self.form.issued_at)
        yield Text.of(self.texts("paper.ticket.issued", moment=issued), self.small, self.width)

    def _header(self) -> Block:
        moment = self.form.issued_at
        issued = self.texts(
            "paper.short_moment", month=moment.month, day=moment.day, hour=moment.hour, minute=moment.minute
        )
        return self._ends([Span(self.form.hall, bold=True)], [Span(issued)], self.body)

    def _test_mark(self) -> Iterator[Block]:
        if self.form.test:
            style = Style(self.strong.size, self.strong.leading, Align.CENTRE)
            yield Text.of(self.texts("paper.ticket.test"), style, self.width, bold=True)
            yield Rule(self.width, 5, 1.2)

    def _number(self) -> Block:
        number = self.form.number
        # A hair narrower than the paper: rounding must not break the number into two lines.
        size = min(_LARGEST_NUMBER, self.width / text_width(number, bold=True) * 0.999)
        return Text.of(number, Style(size, size * _NUMBER_HEIGHT), self.width, bold=True)

    def _place_in_line(self) -> Iterator[Block]:
        form, texts = self.form, self.texts
        line = form.line
        if form.counters:
            line = texts("paper.ticket.line", line=line, counters=self.words.counters(form.counters))
        yield self._ends([Span(line, bold=True)], [Span(form.person)] if form.person else [], self.strong)
        ahead = wait = []
        if form.people_ahead is not None:
            ahead = self._figure("paper.ticket.ahead", str(form.people_ahead))
        if form.wait_minutes:
            shortest, longest = form.wait_minutes
            minutes = texts("paper.ticket.wait_range", shortest=shortest, longest=longest)
            wait = self._figure("paper.ticket.wait", minutes)
        if ahead or wait:
            yield self._ends(ahead, wait, self.strong)

    def _figure(self, code: str, figure: str) -> list[Span]:
        return [Span(self.texts(code)), Span(figure, bold=True), Span(self.texts(f"{code}_unit"))]

    def _errands(self) -> Iterator[Block]:
        errands, texts = self.form.errands, self.texts
        if len(errands) == 1:
            yield self._heading(texts("paper.ticket.item"))
            yield Text.of(_full_name(errands[0]), self.body, self.width)
            return
        yield self._heading(texts("paper.ticket.items", count=len(errands)))
        for step, errand in enumerate(errands, 1):
            yield self._step(step, errand)

    def _step(self, step: int, errand: TicketErrand) -> Block:
        indent = 1.5 * self.body.size
        room = self.width - indent
        lines: list[Block] = [Text.of(_full_name(errand), self.body, room)]
        if step > 1 and errand.counters:
            where = self.words.counters(errand.counters)
            hint = self.texts("paper.ticket.next_counters", previous=step - 1, counters=where)
            lines.append(Text.of(hint, self.small, room))
        lines.append(Gap(2))
        return Beside([(0, Text.of(str(step), self.body, indent, bold=True)), (indent, Stack(lines))])

    def _materials(self) -> Iterator[Block]:
        form, texts = self.form, self.texts
        if not form.materials:
            yield Text.of(texts("paper.ticket.no_materials"), self.body, self.width)
            return
        missing = sum(material.missing for material in form.materials)
        heading = texts("paper.ticket.prepare_first" if len(form.errands) > 1 else "paper.ticket.prepare")
        hint = [Span(texts("paper.ticket.missing", count=missing))] if missing else []
        yield self._ends([Span(heading, bold=True)], hint, self.strong, self.small)
        for material in form.materials:
            yield self._material(material)

    def _material(self, material: TicketMaterial) -> Block:
        indent = 1.5 * self.body.size
        name = Text.of(material.name, self.body, self.width - indent, bold=material.missing)
        return Beside([(0, CheckBox(self.body)), (indent, name)])

    def _closing(self) -> Block:
        side = self.width * 0.33
        left = side + 10
        room = self.width - left
        text = Stack(
            [
                Text.of(self.texts("paper.ticket.qr_heading"), self.body, room, bold=True),
                Text.of(self._rule(self.form.rule), self.small, room),
            ]
        )
        return Beside([(0, QrCode(self.form.qr, side)), (left, text)])

    def _rule(self, rule: MissedCallRule) -> str:
        code = {1: "paper.ticket.rule_once", 2: "paper.ticket.rule"}.get(
            rule.misses, "paper.ticket.rule_often"
        )
        return self.texts(code, calls=rule.calls, minutes=rule.setback_minutes, misses=rule.misses)

    def _heading(self, text: str) -> Block:
        return Text.of(text, self.strong, self.width, bold=True)

    def _ends(
        self, left: Sequence[Span], right: Sequence[Span], style: Style, right_style: Style | None = None
    ) -> Block:
        """A text at each end of the line, or one under the other where the line is too short for both."""
        end = right_style or style
        # The same leading on both sides keeps two sizes on one line.
        end = Style(end.size, style.leading, Align.RIGHT)
        blocks = [Text.of(left, style, self.width), Text.of(right, end, self.width)]
        taken = _width(left, style) + _width(right, end)
        if taken + 6 <= self.width:
            return Beside([(0, block) for block in blocks])
        return Stack([block for block, spans in zip(blocks, (left, right), strict=True) if spans])


def _width(spans: Sequence[Span], style: Style) -> float:
    return sum(text_width(span.text, span.bold) for span in spans) * style.size


def _full_name(errand: TicketErrand) -> str:
    return f"{errand.item}，{errand.situation}" if errand.situation else errand.item
