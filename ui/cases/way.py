"""The way of a case: where it stood, and what is still ahead of it."""

from app.domain.case_table import PATH, CaseState
from app.ports.rows import CasePage

_STANDS_AT = {
    CaseState.NOTIFIED: CaseState.RECEIVED,
    CaseState.SUPPLEMENTED: CaseState.RECEIVED,
    CaseState.SUSPENDED: CaseState.ACCEPTED,
}
"""States beside the ordinary way that lead back to it, and where on it they stand."""


def way_of(page: CasePage) -> tuple[tuple[CaseState, ...], int]:
    """The steps of the way, and at which of them the case is; their number where nothing is ahead any more.

    A case that left the ordinary way for good shows where it went, and none of what it never came to.
    """
    gone = _gone(page)
    if page.row.watch is None:
        return gone, len(gone)
    return (*gone, *_ahead(gone[-1])), len(gone) - 1


def _gone(page: CasePage) -> tuple[CaseState, ...]:
    """Where the case stood, in order, without what was taken back."""
    gone = [PATH[0]]
    for step in page.steps:
        at = _STANDS_AT.get(step.state, step.state)
        if at in gone:
            del gone[gone.index(at) + 1 :]
        else:
            gone.append(at)
    return tuple(gone)


def _ahead(at: CaseState) -> tuple[CaseState, ...]:
    """What comes next; what the calendar ended only goes on file."""
    return PATH[PATH.index(at) + 1 :] if at in PATH else PATH[-1:]
