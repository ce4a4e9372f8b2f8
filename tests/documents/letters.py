"""Documents of a case to print in tests: one of each kind, about a real item; invented people."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from app.domain.case_parts import DeliveryWay, Procedure, RefusalGround
from app.domain.catalogue import Regime
from app.domain.document import COPIES, MARKS, DocumentKind, document_number
from app.ports.documents import (
    AcceptanceBody,
    Body,
    DecisionBody,
    DeliveryBody,
    DueDay,
    EndingBody,
    ExtensionBody,
    LeniencyBody,
    LetterForm,
    Medium,
    ReceiptBody,
    ReceivedPaper,
    RefusalBody,
    Remedies,
    SpecialProcedureBody,
)
from tests.documents.forms import HALL_TIME

REMEDIES = Remedies(reconsideration_days=60, suit_months=6)
DUE = DueDay(day=date(2026, 4, 16))
K = DocumentKind

BODIES: dict[DocumentKind, Body] = {
    K.RECEIPT: ReceiptBody(
        papers=(
            ReceivedPaper(
                name="动物诊疗许可证申请表", handed_in=True, copies_due=1, copies=1, medium=Medium.ORIGINAL
            ),
            ReceivedPaper(
                name="执业兽医师资格证书",
                handed_in=True,
                copies_due=1,
                copies=2,
                medium=Medium.COPY,
                kept=False,
            ),
            ReceivedPaper(name="管理制度文本", handed_in=False, copies_due=1),
        ),
        tell_by=DueDay(day=date(2026, 3, 25)),
    ),
    K.ACCEPTANCE: AcceptanceBody(
        accepted_on=date(2026, 3, 18),
        statutory_days=Decimal(20),
        promised_days=Decimal(10),
        decide_by=DUE,
        promised_by=DueDay(day=date(2026, 4, 1)),
    ),
    K.REFUSAL: RefusalBody(
        ground=RefusalGround.OTHER_AUTHORITY,
        reason="经营场所在邻县，由所在地农业农村主管部门审批",
        right_authority="邻县农业农村局",
        returned=("动物诊疗许可证申请表", "管理制度文本"),
        remedies=REMEDIES,
    ),
    K.LENIENCY: LeniencyBody(
        materials=("管理制度文本", "设施设备清单"),
        due=DueDay(day=date(2026, 3, 30)),
        form="原件一份，到窗口补交",
    ),
    K.EXTENSION: ExtensionBody(
        days=10,
        reason="需要核实场所的排污条件",
        approved_by="局长",
        due_before=DUE,
        due=DueDay(day=date(2026, 4, 30)),
    ),
    K.SPECIAL_PROCEDURE: SpecialProcedureBody(
        procedure=Procedure.EXPERT_REVIEW,
        days=5,
        since=date(2026, 3, 20),
        until=DueDay(day=date(2026, 3, 27)),
    ),
    K.GRANT: DecisionBody(
        decided_on=date(2026, 3, 31), certificate="动物诊疗许可证", deliver_by=DueDay(day=date(2026, 4, 15))
    ),
    K.DENIAL: DecisionBody(
        decided_on=date(2026, 3, 31),
        reasons="场所出入口设在居民楼内，不符合《动物诊疗机构管理办法》规定的条件",
        deliver_by=DueDay(day=date(2026, 4, 15)),
        remedies=REMEDIES,
    ),
    K.DELIVERY_RECEIPT: DeliveryBody(
        documents=((K.GRANT, "青溪农业农村准〔2026〕0009号"),),
        certificate="动物诊疗许可证",
        way=DeliveryWay.COUNTER,
        delivered_on=date(2026, 4, 2),
        received_by="秦*",
    ),
    K.ENDING: EndingBody(
        ended_on=date(2026, 3, 31),
        was_pledged=True,
        was_accepted=True,
        materials=("管理制度文本", "设施设备清单"),
        due=DueDay(day=date(2026, 3, 30)),
        remedies=REMEDIES,
    ),
}


def letter(kind: DocumentKind) -> LetterForm:
    """A document of that kind."""
    return LetterForm(
        kind=kind,
        regime=Regime.LICENCE,
        number=document_number("青溪农业农村", MARKS[kind], 2026, 12),
        copies=COPIES[kind],
        hall="青溪区政务服务中心",
        authority="青溪区农业农村局",
        issued_at=datetime(2026, 3, 18, 10, 24, tzinfo=HALL_TIME),
        case_number="IT031-2026-00041",
        applicant="张*",
        identity_number="33**************24",
        agent="秦*",
        phone="138****0621",
        item="动物诊疗许可证核发",
        item_code="IT031",
        item_in_force_from=date(2026, 1, 1),
        received_on=date(2026, 3, 18),
        legal_basis=("动物诊疗机构管理办法",),
        body=BODIES[kind],
        inquiry_phone="0000-0001",
        supervision_phone="0000-0002",
        trouble_counter="二楼 35 号窗口",
        handled_by="郑*",
        staff_number="0402",
        qr="yici:document/0190a7b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b",
    )


def under_no_licence(form: LetterForm) -> LetterForm:
    """The same for an item whose guide says nothing."""
    body = form.body
    if isinstance(body, RefusalBody | DecisionBody | EndingBody):
        body = replace(body, remedies=None)
    if isinstance(body, ReceiptBody):
        body = replace(body, tell_by=None)
    return replace(form, regime=Regime.OTHER, legal_basis=(), body=body)
