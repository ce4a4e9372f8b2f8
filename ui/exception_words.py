"""What screens call the categories of exceptions that a hall offers."""

from app.domain.exception_category import called, hall_categories
from app.domain.policy import Policy
from ui.widgets.choice import Option
from ui.words import Words


def category_options(words: Words, policy: Policy) -> list[Option]:
    """The categories that may be chosen, in the hall's words; retired ones are not offered."""
    return [
        Option(category.code, called(category.code, category.name, words))
        for category in hall_categories(policy.exception_categories)
        if not category.retired
    ]
