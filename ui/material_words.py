"""How a material is asked for, in words."""

from collections.abc import Sequence

from app.domain.catalogue import Material
from ui.words import Words


def material_detail(words: Words, material: Material) -> str:
    """In what form and number a material is asked for; unknown is left out, but for whether it is asked for at all."""
    parts = [*_forms(words, material), *([material.note] if material.note else [])]
    if not material.required_stated:
        parts.append(words("counter.material.required_unstated"))
    return words("counter.list.comma").join(parts)


def _forms(words: Words, material: Material) -> Sequence[str]:
    asked = (
        ("counter.material.original", material.original, material.original_copies),
        ("counter.material.copy", material.copy, material.copy_copies),
        ("counter.material.electronic", material.electronic, None),
    )
    forms = [_form(words, code, count) for code, is_asked, count in asked if is_asked]
    if not forms and material.copies:
        return [words("counter.material.copies", count=material.copies)]
    return forms


def _form(words: Words, code: str, count: int | None) -> str:
    return words("counter.material.counted", form=words(code), count=count) if count else words(code)
