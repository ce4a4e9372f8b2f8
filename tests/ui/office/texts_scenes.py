"""The page of the offices' own words in every scene."""

from dataclasses import replace
from uuid import UUID

from app.bootstrap import PAPER_LANGUAGE
from app.documents.renderer import PdfRenderer
from app.domain.ids import StaffId
from app.domain.message import Message
from app.domain.office_text import FormKind, TextPart
from app.domain.staff import Actor, Role
from app.ports.rows import DepartmentRow
from app.services.office_texts import OfficeTextRow
from app.texts import Texts
from tests.documents.forms import SLIP
from tests.ui.office.scenes import NAMES
from ui.office.texts_state import TextsState
from ui.signing import SigningIn

ADMINISTRATOR = Actor(StaffId(UUID(int=1)), "0001", "周平", Role.ADMINISTRATOR, None, "office")
DEPARTMENTS = tuple(DepartmentRow(f"D{n:02d}", name, None) for n, name in enumerate(NAMES))
ROWS = (
    OfficeTextRow("D06", TextPart.BASIS, FormKind.NOTICE, "《某省动物诊疗管理办法》第八条"),
    OfficeTextRow("D06", TextPart.INQUIRY_PHONE, None, "0000-0001"),
    OfficeTextRow("D06", TextPart.SUPERVISION_PHONE, FormKind.NOTICE, "0000-0002"),
    OfficeTextRow("D03", TextPart.REMEDIES, None, "向区政府申请行政复议"),
)
SET = TextsState(ADMINISTRATOR, departments=DEPARTMENTS, rows=ROWS, department="D06")
TYPED = replace(
    SET,
    drafts={
        SET.place: {
            TextPart.REMEDIES: "对本告知有异议的，可以到本局法制科（三楼 305 室）说明，\n也可以拨打监督电话。"
        }
    },
)


def _sample() -> bytes:
    form = replace(
        SLIP, number=None, qr="", own_basis=ROWS[0].text, own_remedies=TYPED.draft[TextPart.REMEDIES]
    )
    return PdfRenderer(Texts(PAPER_LANGUAGE)).render(form)


TEXTS_SCENES = {
    "texts-door": TextsState(signing_in=SigningIn(problem=Message("staff.rule.wrong_password"))),
    "texts-set": SET,
    "texts-sample": replace(TYPED, pdf=_sample()),
    "texts-every": replace(SET, kind=None, department="D03"),
    "texts-lost": replace(TYPED, busy=True, unconfirmed=True, kind=FormKind.NOTICE),
    "texts-problem": replace(TYPED, problem=Message("document.rule.no_sample", {"department": "农业农村"})),
}
