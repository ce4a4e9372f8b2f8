"""A paper's record wherever it is scanned: whether it counts, and whether its data are those that were issued."""

from zoneinfo import ZoneInfo

from app.domain.errors import YiciError
from app.domain.paper_code import is_on_record
from app.services.documents import verify
from ui.context import StationContext
from ui.record_panel import RecordPanel
from ui.shell import StationWindow
from ui.tasks import Tasks

VERIFY = "look up a scanned paper"


def offer_records(window: object, context: StationContext, tasks: Tasks) -> None:
    """Show the record of every paper that is scanned in this window; rooms that do so themselves need it not."""
    if not isinstance(window, StationWindow):
        return
    station, panel, ports = window, RecordPanel(context.texts), context.ports

    async def show(code: str) -> None:
        try:
            found, hall = await verify(ports, code), await ports.readers.hall()
        except YiciError as error:
            panel.hide()
            station.show_problem(error.message)
        else:
            station.clear_problem()
            panel.show_paper(found, ZoneInfo(hall.timezone))

    def look_up(code: str) -> None:
        if is_on_record(code):
            tasks.start(show(code), name=VERIFY, replace=True)

    station.add_banner(panel)
    station.take_scans()
    station.scanned.connect(look_up)
