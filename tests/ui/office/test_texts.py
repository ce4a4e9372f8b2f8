"""The offices' own words at the station: an administrator signs in, tries them on a sample, and saves them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from app.bootstrap import OpenHall, open_hall
from app.domain.errors import YiciError
from app.domain.message import Message
from app.domain.office_text import FormKind, TextPart
from app.services.office_texts import office_texts
from tests.ui.seen import Seen
from tests.ui.stations import PASSWORD, SampleHall
from ui.kept_file import KeptFile
from ui.office.texts import Kept, TextsPresenter
from ui.office.texts_state import EVERY_KIND, TextsState
from ui.session import Session
from ui.tasks import TaskSupervisor

ADMINISTRATOR, SUPERVISOR = "0001", "0002"
P = TextPart


class Screen(Seen[TextsState]):
    """Remembers what was said as well."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[Message] = []

    def say(self, message: Message) -> None:
        """Remember what worked."""
        self.said.append(message)


class Desk:
    """The presenter, what it shows, and the hall it works in."""

    def __init__(self, presenter: TextsPresenter, view: Screen, hall: OpenHall, session: Session) -> None:
        self.presenter, self.view, self.hall, self.session = presenter, view, hall, session

    async def sign_in(self, number: str = ADMINISTRATOR) -> None:
        """Somebody comes."""
        self.presenter.sign_in(number, PASSWORD)
        await self.view.until(lambda s: not s.signing_in.busy)


@asynccontextmanager
async def desk_in(hall: SampleHall, folder: Path) -> AsyncIterator[Desk]:
    """The page, with the departments read, and nobody signed in."""
    failed: list[BaseException] = []
    view, tasks = Screen(), TaskSupervisor(lambda _, error: failed.append(error))
    async with open_hall(hall.url, hall.key_file, "office", "zh") as opened:
        file = KeptFile(folder / "drafts.json", Kept, Kept())
        session = Session("office")
        presenter = TextsPresenter(opened.ports, session, file, view, tasks)
        presenter.start()
        await presenter.refresh()
        yield Desk(presenter, view, opened, session)
        await tasks.close()
        await presenter.write()
    assert [error for error in failed if not isinstance(error, YiciError)] == []


async def test_only_an_administrator_comes_in(hall: SampleHall, tmp_path: Path) -> None:
    async with desk_in(hall, tmp_path) as desk:
        desk.presenter.preview()
        assert not desk.view.last.previewing
        await desk.sign_in(SUPERVISOR)
        assert desk.view.last.actor is None
        assert desk.view.last.signing_in.problem is not None
        await desk.sign_in()
        assert desk.view.last.actor is not None
        desk.session.sign_out()
        desk.presenter.look_who()
        assert desk.view.last.actor is None


async def test_tried_saved_and_reset(hall: SampleHall, tmp_path: Path) -> None:
    async with desk_in(hall, tmp_path) as desk:
        await desk.sign_in()
        desk.presenter.choose_department("NY")
        desk.presenter.type(P.BASIS, "《某省动物诊疗管理办法》第八条")
        desk.presenter.type(P.INQUIRY_PHONE, "0000-7777")
        desk.presenter.preview()
        state = await desk.view.until(lambda s: s.pdf is not None)
        said = "".join("".join(p.extract_text().split()) for p in PdfReader(BytesIO(state.pdf or b"")).pages)
        assert "依照《某省动物诊疗管理办法》第八条" in said
        assert "咨询电话0000-7777" in said
        assert await office_texts(desk.hall.ports) == ()
        desk.presenter.save()
        await desk.view.until(lambda s: not s.busy and len(s.rows) == 2)
        assert (desk.view.last.changed, desk.view.last.draft) == ({}, {})
        assert desk.view.said == [Message("office.texts.saved")]
        desk.presenter.type(P.BASIS, " ")
        desk.presenter.save()
        await desk.view.until(lambda s: not s.busy and len(s.rows) == 1)
        (kept,) = await office_texts(desk.hall.ports)
        assert (kept.department, kept.part, kept.kind) == ("NY", P.INQUIRY_PHONE, FormKind.NOTICE)


async def test_what_was_typed_outlives_another_page_and_the_program(hall: SampleHall, tmp_path: Path) -> None:
    async with desk_in(hall, tmp_path) as desk:
        await desk.sign_in()
        desk.presenter.choose_department("NY")
        desk.presenter.type(P.REMEDIES, "到三楼说明")
        desk.presenter.choose_kind(EVERY_KIND)
        assert desk.view.last.shown(P.REMEDIES) == ""
        assert P.BASIS not in desk.view.last.parts
        await desk.presenter.refresh()
        assert desk.view.last.kind is None
    async with desk_in(hall, tmp_path) as desk:
        desk.presenter.choose_department("NY")
        assert desk.view.last.shown(P.REMEDIES) == "到三楼说明"
        desk.presenter.undo()
        assert desk.view.last.drafts == {}


async def test_words_of_every_kind_give_way_to_the_papers_own(hall: SampleHall, tmp_path: Path) -> None:
    async with desk_in(hall, tmp_path) as desk:
        await desk.sign_in()
        desk.presenter.choose_department("NY")
        desk.presenter.type(P.INQUIRY_PHONE, "0000-1111")
        desk.presenter.save()
        await desk.view.until(lambda s: not s.busy and len(s.rows) == 1)
        desk.presenter.choose_kind(EVERY_KIND)
        desk.presenter.type(P.INQUIRY_PHONE, "0000-2222")
        desk.presenter.type(P.SUPERVISION_PHONE, "0000-3333")
        assert desk.view.last.tried == {P.SUPERVISION_PHONE: "0000-3333"}


async def test_a_department_without_items_says_why_there_is_no_sample(
    hall: SampleHall, tmp_path: Path
) -> None:
    async with desk_in(hall, tmp_path) as desk:
        await desk.sign_in()
        desk.presenter.change(department="none")
        desk.presenter.preview()
        state = await desk.view.until(lambda s: s.problem is not None)
        assert (state.pdf, state.previewing) == (None, False)
