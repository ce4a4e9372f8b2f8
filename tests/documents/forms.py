"""Forms to print in tests; invented people, a real item."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from app.domain.catalogue import Regime
from app.domain.judgement import ShortcomingKind
from app.domain.notice import NoticeKind
from app.ports.documents import (
    Channel,
    Medium,
    MissedCallRule,
    SlipForm,
    SlipMaterial,
    TicketErrand,
    TicketForm,
    TicketMaterial,
)

HALL_TIME = timezone(timedelta(hours=8))
QR = "YICI:N:0190A7B2-3C4D-7E5F-8A9B-0C1D2E3F4A5B"

MATERIALS = (
    SlipMaterial(
        name="动物诊疗场所使用权证明",
        shortcoming=ShortcomingKind.INCONSISTENT,
        detail="租赁合同承租人与申请人不是同一人",
        requirement="以申请人名义重新签订，或附变更协议",
        media=(Medium.ORIGINAL,),
        copies_due=1,
        copies_handed_in=1,
        issued_by="产权人",
        how_to_get="与出租人变更合同",
        listed_as=3,
        may_be_late=False,
    ),
    SlipMaterial(
        name="执业兽医师资格证书",
        shortcoming=ShortcomingKind.MISSING,
        requirement="原件核验后退回，复印件签名留存",
        media=(Medium.ORIGINAL, Medium.COPY),
        originals_due=1,
        photocopies_due=1,
        issued_by="农业农村主管部门",
        how_to_get="本人持有，补交即可",
        listed_as=5,
        may_be_late=False,
    ),
)

SLIP = SlipForm(
    kind=NoticeKind.SUPPLEMENT,
    regime=Regime.LICENCE,
    number="青溪农业农村告〔2026〕0027号",
    hall="青溪区政务服务中心",
    authority="青溪区农业农村局",
    issued_at=datetime(2026, 3, 18, 10, 24, tzinfo=HALL_TIME),
    ticket_number="G006",
    counter="1",
    applicant="张*",
    identity_kind="居民身份证",
    identity_number="33**************24",
    phone="138****0621",
    item="动物诊疗许可证核发",
    item_code="IT031",
    item_in_force_from=date(2026, 1, 1),
    received_on=date(2026, 3, 18),
    tell_by=date(2026, 3, 25),
    legal_basis=("动物诊疗机构管理办法",),
    materials=MATERIALS,
    in_order=("动物诊疗许可证申请表", "法定代表人（负责人）身份证明"),
    conditions="有固定的动物诊疗场所",
    steps=("受理，出具受理通知书", "实地考查、审核，作出决定"),
    statutory_days=20,
    promised_days=1,
    fee="不收费",
    channels=(Channel.COUNTER, Channel.POST),
    place="1 号窗口",
    hours="工作日 8:30–12:00，13:30–17:00",
    inquiry_phone="0000-0001",
    supervision_phone="0000-0002",
    trouble_counter="二楼 35 号窗口",
    told_by="郑*",
    staff_number="0402",
    qr=QR,
)

CONSULTATION = replace(
    SLIP,
    kind=NoticeKind.CONSULTATION,
    received_on=None,
    tell_by=None,
    materials=tuple(replace(material, shortcoming=None, detail=None) for material in MATERIALS),
)

TICKET = TicketForm(
    hall="青溪区政务服务中心",
    number="A023",
    issued_at=datetime(2026, 3, 18, 9, 24, tzinfo=HALL_TIME),
    line="不动产登记",
    counters=("2", "3", "4"),
    errands=(
        TicketErrand(item="国有建设用地使用权及房屋所有权登记", situation="二手房赠与"),
        TicketErrand(item="购买自住住房提取住房公积金", counters=("19", "20")),
    ),
    people_ahead=8,
    wait_minutes=(25, 35),
    person="张*",
    materials=(
        TicketMaterial(name="不动产登记申请书"),
        TicketMaterial(name="赠与声明书", missing=True),
    ),
    rule=MissedCallRule(calls=3, setback_minutes=10, misses=2),
    qr=QR,
)
