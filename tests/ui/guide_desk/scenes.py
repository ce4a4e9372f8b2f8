"""States of the guide desk to look at: items are the catalogue's; people, numbers and waits are invented."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from uuid import UUID
from zoneinfo import ZoneInfo

from app.adapters.item_search import PinyinItemSearch
from app.domain.catalogue import Material, ServiceItem, Situation, regime_of
from app.domain.catalogue_file import ListedItem
from app.domain.document import DocumentKind, DocumentStatus
from app.domain.ids import DepartmentId, ItemVersionId, StaffId
from app.domain.judgement import ShortcomingKind
from app.domain.message import Message
from app.domain.notice import NoticeKind
from app.domain.person import Personal
from app.domain.policy import Priority
from app.domain.sent_online import SentOnline
from app.domain.staff import Actor, Role
from app.domain.ticket_table import TicketState
from app.exchange.catalogue import read_catalogue
from app.exchange.hall import read_hall
from app.ports.rows import (
    DocumentRow,
    ErrandRow,
    GuideDesk,
    ItemRow,
    LineRow,
    NoticeRow,
    ShortcomingRow,
    TicketRow,
    Verified,
)
from resources import resource
from ui.guide_desk.draft import Check, Draft, ErrandDraft, VisitorDraft
from ui.guide_desk.state import (
    FindState,
    Group,
    GroupKind,
    GuideDeskState,
    Hit,
    Pane,
    Print,
    PrintStage,
    Sent,
)

NOW = datetime(2026, 3, 18, 1, 24, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")
DAY = date(2026, 3, 18)
TRANSFER, FUND = "IT008", "IT010"


@cache
def listed_items() -> Mapping[str, ListedItem]:
    """The bundled catalogue by code."""
    return {item.code: item for item in read_catalogue(resource("catalogue", "catalogue.json")).items}


@cache
def line_of() -> Mapping[str, str]:
    """The sample hall's line of every item."""
    return {
        code: line.prefix for line in read_hall(resource("hall", "sample.json")).lines for code in line.items
    }


def guide_of(code: str) -> ServiceItem:
    """The item with its guide."""
    return listed_items()[code].version(
        ItemVersionId(UUID(int=1)), DepartmentId(UUID(int=2)), date(2026, 1, 1)
    )


def item_row(code: str) -> ItemRow:
    """The item as lists show it."""
    item = listed_items()[code]
    return ItemRow(
        code=code,
        name=item.name,
        department=item.department,
        handling=item.handling,
        promised_days=str(item.promised_days) if item.promised_days is not None else None,
        regime=regime_of(item.item_type),
        online=item.online,
        situations=tuple(s.name for s in item.situations),
        materials=tuple(m.name for m in item.materials if m.listed),
        line=line_of().get(code),
    )


def line(
    prefix: str, name: str, waiting: int, wait: tuple[int, int] | None, counters: tuple[int, ...]
) -> LineRow:
    """A line with so many people in it."""
    too_long = waiting >= 12
    return LineRow(
        prefix, name, waiting, wait, 52 if too_long else 9, too_long, len(counters) if wait else 0, counters
    )


LINES = (
    line("A", "不动产", 8, (25, 35), (2, 3, 4)),
    line("B", "市场监管", 4, (10, 15), (5, 6, 7, 9)),
    line("C", "公安户籍", 12, (40, 55), (10, 11)),
    line("D", "人社医保", 9, (15, 20), (12, 13, 14, 15, 16)),
    line("E", "税务", 3, (5, 10), (17, 18)),
    line("F", "公积金", 2, (5, 10), (19, 20)),
    line("G", "综合", 0, (0, 5), (1,)),
    line("H", "水电气", 1, None, (21,)),
)


def ticket(number: str, item: str, minutes_ago: int, state: TicketState = TicketState.WAITING) -> TicketRow:
    """A ticket for one item of the catalogue."""
    row = item_row(item)
    at = NOW - timedelta(minutes=minutes_ago)
    errand = ErrandRow(item, row.name, row.situations[0] if row.situations else None, number[0], None)
    return TicketRow(
        id=UUID(int=int.from_bytes(number.encode())),
        number=number,
        day=DAY,
        line=number[0],
        line_name=next((known.name for known in LINES if known.prefix == number[0]), number[0]),
        state=state,
        counter=3 if state in (TicketState.CALLED, TicketState.SERVING) else None,
        errands=(errand,),
        issued_at=at,
        line_at=at,
        since=at,
        calls=0,
        called_at=None,
        misses=3 if state is TicketState.NO_SHOW else 0,
        priority=Priority.ORDINARY,
        name="张*",
        identity="33**************24",
        phone="138****0621",
        note=None,
        reprints=0,
        ahead=8,
        wait_minutes=(25, 35),
    )


DESK = GuideDesk(
    now=NOW,
    lines=LINES,
    no_shows=(
        ticket("C004", "IT004", 16, TicketState.NO_SHOW),
        ticket("D006", "IT007", 9, TicketState.NO_SHOW),
    ),
    recent=(
        ticket("A022", TRANSFER, 2),
        ticket("C016", "IT005", 3),
        ticket("D019", "IT006", 4, TicketState.SERVING),
        ticket("B010", "IT002", 6),
        ticket("E006", "IT012", 9, TicketState.CANCELLED),
    ),
    issued_today=76,
    usual_items=tuple(
        (code, 14 - n) for n, code in enumerate(("IT004", "IT007", "IT008", "IT001", "IT005", "IT003"))
    ),
)

NOTICE = NoticeRow(
    id=UUID(int=9),
    number="青溪自然资源告〔2026〕0027号",
    kind=NoticeKind.CONSULTATION,
    ticket=None,
    item=TRANSFER,
    item_name="国有建设用地使用权及房屋所有权登记（转移登记）",
    situation=None,
    issued_at=NOW - timedelta(days=7),
    due=None,
    reprints=0,
    problems=(
        ShortcomingRow(4, "亲属关系户口本或亲属关系证明", ShortcomingKind.MISSING, ""),
        ShortcomingRow(5, "赠与声明书", ShortcomingKind.MISSING, ""),
    ),
)


def hit(code: str, **more: object) -> Hit:
    """An item in the search list."""
    row = item_row(code)
    known = Hit(row.code, row.name, row.department, row.handling, row.promised_days, bool(row.online))
    return replace(known, **more)  # type: ignore[arg-type]


def usual() -> Group:
    """What is usually taken."""
    return Group(GroupKind.USUAL, tuple(hit(code, uses=count) for code, count in DESK.usual_items))


def searched(text: str) -> tuple[Group, ...]:
    """What the real index finds in the real catalogue."""
    from app.ports.item_search import MatchSection

    matches = PinyinItemSearch([item_row(code) for code in listed_items()]).search(text)
    groups = []
    for section, kind in ((MatchSection.NAME, GroupKind.NAME), (MatchSection.MATERIALS, GroupKind.MATERIAL)):
        hits = []
        for match in matches:
            if match.section is section:
                marked = match.mention or match.department
                found = marked.text[slice(*marked.span)] if marked.span else ""
                hits.append(
                    hit(match.item.code, mention=match.mention.text if match.mention else "", found=found)
                )
        groups.append(Group(kind, tuple(hits)))
    return tuple(group for group in (*groups, usual()) if group.hits)


ACTOR = Actor(StaffId(UUID(int=3)), "0003", "周晓岚", Role.GUIDE)
DESK_OPEN = GuideDeskState(actor=ACTOR, zone=ZONE, desk=DESK)

VISITOR = VisitorDraft(
    "张三", "330102198001010024", "13800000621",
    checks={Personal.NAME: Check(ok=True), Personal.IDENTITY: Check(ok=True), Personal.PHONE: Check(ok=True)},
)  # fmt: skip


def empty() -> GuideDeskState:
    """In the morning, before the first person."""
    quiet = replace(
        DESK, no_shows=(), recent=(), issued_today=0, usual_items=(),
        lines=tuple(replace(each, waiting=0, too_long=False, wait_minutes=(0, 5)) for each in LINES),
    )  # fmt: skip
    every = Group(GroupKind.ALL, tuple(hit(code) for code in listed_items()))
    return replace(DESK_OPEN, desk=quiet, groups=(every,))


def picked() -> GuideDeskState:
    """As in the mockup: an item with situations, some materials ticked, two errands, a person."""
    item = guide_of(TRANSFER)
    errand = ErrandDraft(item_row(TRANSFER)).learn(item)
    situations = item_row(TRANSFER).situations
    errand = errand.choose(situations[0]) if situations else errand
    held = frozenset(m.number for m in errand.materials[:3])
    errands = (replace(errand, brought=held, told=NOTICE), ErrandDraft(item_row(FUND)).learn(guide_of(FUND)))
    return replace(DESK_OPEN, searched="bdc", groups=searched("bdc"), draft=Draft(errands, visitor=VISITOR))


def needless() -> GuideDeskState:
    """A material is not needed by this person, and nothing else is missing."""
    state = picked()
    errand = state.draft.errand
    assert errand is not None
    *seen, last = (m.number for m in errand.materials)
    checked = replace(errand, brought=frozenset(seen), not_applicable=frozenset({last}))
    return replace(state, draft=replace(state.draft, errands=(checked, *state.draft.errands[1:])))


def elder() -> GuideDeskState:
    """The identity number of somebody above 70 was read: the class is suggested."""
    state = picked()
    return replace(state, draft=state.draft.suggest(Priority.ELDERLY))


def untouched() -> GuideDeskState:
    """An ordinary ticket: picked, nobody has looked at the materials."""
    state = picked()
    return replace(state, draft=Draft((ErrandDraft(item_row(TRANSFER)).learn(guide_of(TRANSFER)),)))


def overfull() -> GuideDeskState:
    """Ten long situations, eleven long materials, thirty lines, four errands, everything wrong with the person."""
    item = guide_of(TRANSFER)
    long = (
        "经营者住所相关文件（居民户口簿或自然人身份证明复印件；经常居所与其记载不一致的，提交经常居所证明）"
    )
    materials = tuple(
        Material(n, f"{long}第 {n} 种", required=n != 5, original=True, original_copies=n, may_be_late=n % 3 == 0,
                 source="政府部门核发或者其他单位出具")
        for n in range(1, 12)
    )  # fmt: skip
    situations = tuple(
        Situation(f"存量房买卖（行政、国企、事业单位）第 {n} 种情形", tuple(range(1, 12)))
        for n in range(1, 11)
    )
    full = replace(item, materials=materials, situations=situations)
    row = replace(
        item_row(TRANSFER),
        name="国有建设用地使用权及房屋所有权登记（转移登记，含二手房买卖、赠与、继承、离婚析产与法院拍卖各情形）",
        situations=tuple(s.name for s in situations),
    )
    errand = replace(
        ErrandDraft(row).learn(full).choose(situations[6].name), brought=frozenset({1, 2}), told=NOTICE
    )
    others = tuple(ErrandDraft(item_row(code)) for code in ("IT010", "IT001", "IT005"))
    lines = tuple(
        line(
            chr(65 + n % 26) + ("" if n < 26 else "A"),
            f"第{n + 1}队列名称很长的部门",
            n * 3,
            (n * 5, n * 7),
            (n + 1,),
        )
        for n in range(30)
    )
    desk = replace(
        DESK,
        lines=lines,
        no_shows=tuple(ticket(f"C{n:03}", "IT004", n, TicketState.NO_SHOW) for n in range(1, 15)),
        recent=tuple(ticket(f"A{n:03}", TRANSFER, n) for n in range(60, 40, -1)),
        issued_today=1234,
    )
    wrong = VisitorDraft(
        "欧阳", "110101199003071234", "123", Priority.ELDERLY, chosen=True,
        checks={
            Personal.NAME: Check(ok=True),
            Personal.IDENTITY: Check(problem=Message("person.rule.identity_check_digit")),
            Personal.PHONE: Check(problem=Message("person.rule.phone")),
        },
    )  # fmt: skip
    return replace(
        DESK_OPEN, desk=desk, searched="b", groups=searched("b"), draft=Draft((errand, *others), visitor=wrong),
        problem=Message("shell.failure.away"), away=True,
        prints={"A059": Print(PrintStage.FAILED, Message("shell.failure.away"))},
    )  # fmt: skip


def issued() -> GuideDeskState:
    """Just issued; the printer has no paper."""
    made = ticket("A023", TRANSFER, 0)
    desk = replace(DESK, recent=(made, *DESK.recent), issued_today=77)
    prints = {"A023": Print(PrintStage.DONE)}
    return replace(DESK_OPEN, desk=desk, groups=(usual(),), issued=made, prints=prints)


def told() -> GuideDeskState:
    """A slip was issued; its print failed."""
    prints = {NOTICE.number: Print(PrintStage.FAILED, Message("shell.failure.away"))}
    return replace(DESK_OPEN, groups=(usual(),), told=NOTICE, prints=prints)


def sent() -> GuideDeskState:
    """Somebody was just sent online."""
    row = item_row(FUND)
    record = SentOnline(UUID(int=4), DAY, NOW, ItemVersionId(UUID(int=1)), row.code, ACTOR.staff)
    return replace(DESK_OPEN, groups=(usual(),), sent=Sent(record, ErrandDraft(row), VISITOR))


def sent_one() -> GuideDeskState:
    """One errand was sent online, the person still came for another."""
    return replace(untouched(), sent=sent().sent)


def found() -> GuideDeskState:
    """A slip was scanned, and tickets are found."""
    tickets = (*DESK.recent, *DESK.no_shows)
    sha = "0a1b2c3d" * 8
    verified = Verified(NOTICE.number, DocumentStatus.IN_FORCE, None, sha, sha, notice=NOTICE)
    find = FindState("A", tickets, NOTICE, verified)
    return replace(DESK_OPEN, groups=(usual(),), pane=Pane.FIND, find=find)


def record() -> GuideDeskState:
    """A document was scanned whose data are not those that were issued, and which was replaced."""
    row = item_row(TRANSFER)
    sha = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    document = DocumentRow(
        id=UUID(int=5), number="青溪自然资源收〔2026〕0031号", kind=DocumentKind.RECEIPT, case="IT008-2026-00031",
        item=row.code, item_name=row.name, department=row.department, applicant="张*",
        issued_at=NOW - timedelta(days=2), issued_by="0102", status=DocumentStatus.SUPERSEDED,
        superseded_by="青溪自然资源收〔2026〕0035号", void_reason="", reprints=0, sha256=sha,
    )  # fmt: skip
    verified = Verified(
        document.number, document.status, document.superseded_by, sha, sha[::-1], document=document
    )
    code = f"yici:document/{document.id}"
    return replace(DESK_OPEN, groups=(usual(),), pane=Pane.FIND, find=FindState(code, (), verified=verified))


def sign_in() -> GuideDeskState:
    """Nobody is here yet."""
    return GuideDeskState(zone=ZONE, desk=DESK)


def exception() -> GuideDeskState:
    """The form for what cannot be settled."""
    from ui.guide_desk.state import ExceptionForm

    return replace(
        DESK_OPEN, groups=(usual(),), pane=Pane.EXCEPTION,
        exception=ExceptionForm(item_row(TRANSFER), registered="例外〔2026〕0041"),
    )  # fmt: skip


def exception_told() -> GuideDeskState:
    """What cannot be settled is being told; the pictures show cases like it beside."""
    from ui.guide_desk.state import ExceptionForm, ExceptionWish

    wish = ExceptionWish("刷卡交税提示系统忙，换了一台机器也刷不了")
    return replace(exception(), exception=ExceptionForm(item_row(TRANSFER), wish=wish))


def away() -> GuideDeskState:
    """Out of touch: an item was picked whose guide had never been read."""
    state = picked()
    errand = state.draft.errand
    assert errand is not None
    unread = replace(errand, item=None, brought=None, told=None)
    return replace(
        state, draft=state.draft.write(unread), unread={errand.code: Message("guide_desk.materials.away")}
    )


SCENES = {
    scene.__name__: scene
    for scene in (
        empty,
        picked,
        needless,
        elder,
        untouched,
        overfull,
        issued,
        told,
        sent,
        sent_one,
        found,
        record,
        exception,
        exception_told,
        sign_in,
        away,
    )
}
