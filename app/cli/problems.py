"""``--problem MATERIAL_NO:KIND[:TEXT]`` and ``--not-applicable MATERIAL_NO``: a verdict on which material."""

from collections.abc import Iterable

from app.domain.errors import BadInput
from app.domain.judgement import Judgement, ShortcomingKind, Verdict


def judgements_of(problems: Iterable[str], not_applicable: Iterable[int]) -> tuple[Judgement, ...]:
    """The verdicts of a command on the materials that it names.

    Raises:
        BadInput: not of the form ``3:expired`` or ``3:other:what is wrong``.
    """
    found = [_judgement(problem) for problem in problems]
    found += [Judgement(number, Verdict.NOT_APPLICABLE) for number in not_applicable]
    return tuple(found)


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
