"""The materials of the errand in hand."""

from ui.counter.state import CounterState, Phase
from ui.judged_list import JudgedList


class MaterialList(JudgedList):
    """The list of the live ticket's errand; judged while it is served and until the slip is issued."""

    def show_state(self, state: CounterState) -> None:
        """Show the errand's materials and what was judged."""
        errand = state.ticket.errand if state.ticket else None
        about = (state.ticket.id, errand.item, errand.situation) if state.ticket and errand else None
        judging = state.phase is Phase.SERVING and state.issued is None
        self.show_list(about, state.materials, state.told_before, state.draft, judging=judging)
