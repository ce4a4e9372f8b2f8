"""``--problem MATERIAL_NO:KIND[:TEXT]`` and ``--not-applicable MATERIAL_NO``: a verdict on which material.

``--problem +NAME:KIND:BASIS[:TEXT]`` is about a material beyond the item's list, which cites what asks for it.
"""

from collections.abc import Iterable

from app.domain.errors import BadInput
from app.domain.judgement import Beyond, Judgement, ShortcomingKind, Verdict


def judgements_of(problems: Iterable[str], not_applicable: Iterable[int]) -> tuple[Judgement, ...]:
    """The verdicts of a command on the materials that it names.

    Raises:
        BadInput: not of the form ``3:expired``, ``3:other:what is wrong`` or ``+name:missing:basis``.
    """
    found = [_judgement(problem) for problem in problems]
    found += [Judgement(number, Verdict.NOT_APPLICABLE) for number in not_applicable]
    return tuple(found)


def _judgement(problem: str) -> Judgement:
    which, _, rest = problem.partition(":")
    word, _, text = rest.partition(":")
    beyond = None
    if which.startswith("+"):
        basis, _, text = text.partition(":")
        beyond = Beyond(which.removeprefix("+"), basis)
    try:
        material, kind = 0 if beyond else int(which), ShortcomingKind(word)
    except ValueError:
        raise BadInput("cli.usage.problem", problem=problem, kinds=", ".join(ShortcomingKind)) from None
    if kind is ShortcomingKind.MISSING:
        return Judgement(material, Verdict.MISSING, text=text, beyond=beyond)
    return Judgement(material, Verdict.WRONG, kind, text, beyond)
