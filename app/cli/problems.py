"""``--problem MATERIAL_NO:KIND[:TEXT]`` and ``--not-applicable MATERIAL_NO``: a verdict on which material."""

from collections.abc import Iterable, Sequence

from app.domain.catalogue import Material
from app.domain.errors import BadInput
from app.domain.judgement import Judgement, ShortcomingKind, Verdict


def judgements_of(
    problems: Iterable[str], not_applicable: Iterable[int], materials: Sequence[Material]
) -> tuple[Judgement, ...]:
    """The verdicts of a command: the named materials as said, all other required ones in order.

    Of one that is not required and not named nothing is said: the slip must not claim that it was handed in.

    Raises:
        BadInput: not of the form ``3:expired`` or ``3:other:what is wrong``.
    """
    found = [_judgement(problem) for problem in problems]
    found += [Judgement(number, Verdict.NOT_APPLICABLE) for number in not_applicable]
    named = {judgement.material for judgement in found}
    rest = (m.number for m in materials if m.required and m.number not in named)
    return (*found, *(Judgement(number, Verdict.COMPLETE) for number in rest))


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
