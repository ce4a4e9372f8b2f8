"""What the sign-in shows."""

from dataclasses import dataclass

from app.domain.message import Message


@dataclass(frozen=True, slots=True)
class SignInState:
    """``busy`` while a password is checked; ``problem`` why it was not possible; ``hall`` once it is known."""

    hall: str = ""
    busy: bool = False
    problem: Message | None = None
