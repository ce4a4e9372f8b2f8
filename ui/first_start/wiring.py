"""What a person does in the first start's window leads to its presenter."""

from ui.first_start.presenter import FirstStartPresenter
from ui.first_start.window import FirstStartWindow
from ui.shell.preferences import with_large_print
from ui.theme import THEMES, Look, active


def connect(window: FirstStartWindow, presenter: FirstStartPresenter) -> None:
    """Connect the window's signals."""
    database, station, outfit = window.database, window.station, window.outfit
    database.changed.connect(presenter.change_address)
    database.test_requested.connect(presenter.test)
    database.edit_requested.connect(presenter.edit_address)
    database.cancel_requested.connect(presenter.stop_testing)
    station.kind_chosen.connect(presenter.choose_kind)
    station.counter_chosen.connect(presenter.choose_counter)
    outfit.printer_chosen.connect(presenter.choose_printer)
    outfit.roll_chosen.connect(presenter.choose_roll)
    outfit.proof_requested.connect(presenter.print_proof)
    outfit.screen_chosen.connect(presenter.choose_screen)
    outfit.renamed.connect(presenter.rename)
    outfit.start_requested.connect(presenter.finish)
    outfit.back_requested.connect(presenter.go_back)
    outfit.scale_chosen.connect(lambda scale: _put_on(presenter, scale))
    window.preferences.look_switched.connect(
        lambda theme, large: presenter.choose_look(theme, with_large_print(Look(), 1.0, large).scale)
    )


def _put_on(presenter: FirstStartPresenter, scale: float) -> None:
    theme = presenter.state.choices.theme
    presenter.choose_look(theme, scale)
    active.apply(Look(THEMES[theme], scale))
