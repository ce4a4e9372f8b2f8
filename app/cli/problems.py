"""``--problem MATERIAL_NO:KIND[:TEXT]``: what is wrong with which material."""

from collections.abc import Iterable, Sequence

from app.domain.catalogue import Material
from app.domain.errors import BadInput
from app.domain.judgement import Judgement, ShortcomingKind, Verdict


def judgements_of(problems: Iterable[str], materials: Sequence[Material]) -> tuple[Judgement, ...]:
    """A verdict on every material: the named ones as said, all others in order.

    Raises:
        BadInput: not of the form ``3:expired`` or ``3:other:what is wrong``.
    """
    found = [_judgement(problem) for problem in problems]
    named = {judgement.material for judgement in found}
    in_order = [Judgement(m.number, Verdict.COMPLETE) for m in materials if m.number not in named]
    return (*found, *in_order)


def _judgement(problem: str) -> Judgement:
    number, _, rest = problem.partition(":")
    word, _, text = rest.partition(":")
    try:
        material, kind = int(number), ShortcomingKind(word)
    except ValueError:
        raise BadInput("cli.usage.problem", problem=problem, kinds=", ".join(ShortcomingKind)) from None
    if kind is ShortcomingKind.MISSING:
        return Judgement(material, Verdict.MISSING, text=text)
    return Judgement(material, Verdict.WRONG, kind, text)
