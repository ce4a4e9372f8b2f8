"""How screens ask for words: the catalogues of ``app.texts`` fit, and so does any function in a test."""

from typing import Protocol

from app.domain.message import Message


class Words(Protocol):
    """Turns a message or a text code into a sentence of the language in force."""

    def __call__(self, message: Message | str, /, **params: object) -> str: ...
