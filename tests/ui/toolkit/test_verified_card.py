"""The record of a scanned paper: in force, void, superseded, and whether its data were left as they were."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.document import DocumentKind, DocumentStatus
from app.ports.rows import DocumentRow, Verified
from app.texts import Texts
from tests.ui.toolkit.windows import Show
from ui.verified_card import STANDINGS, VerifiedCard
from ui.widgets.text import Text

ZONE = ZoneInfo("Asia/Shanghai")
SHA = "0123456789abcdef" * 4
ROW = DocumentRow(
    id=UUID(int=1), number="青溪受〔2026〕0001号", kind=DocumentKind.ACCEPTANCE, case="IT008-2026-00001",
    item="IT008", item_name="转移登记", department="自然资源", applicant="王*",
    issued_at=datetime(2026, 3, 18, 16, 30, tzinfo=UTC), issued_by="0102", status=DocumentStatus.IN_FORCE,
    superseded_by=None, void_reason="", reprints=0, sha256=SHA,
)  # fmt: skip
FOUND = Verified(ROW.number, ROW.status, None, SHA, SHA, document=ROW)


def said(card: VerifiedCard) -> str:
    """All words that are to be seen."""
    return "\n".join(text.text() for text in card.findChildren(Text) if text.isVisible())


@pytest.fixture
def card(show: Show) -> VerifiedCard:
    made = VerifiedCard(Texts("zh"))
    show(made)
    return made


def test_what_is_in_force_says_so_with_its_facts_and_a_short_hash(card: VerifiedCard) -> None:
    assert not card.isVisible()
    card.show_paper(FOUND, ZONE)
    assert card.standing.text() == "有效"
    words = said(card)
    for fact in ("受理通知书", ROW.number, "转移登记", "王*", "IT008-2026-00001", "2026年3月19日", SHA[:12]):
        assert fact in words
    assert SHA not in words
    assert not card.altered.isVisible()
    QTest.mouseClick(card.whole, Qt.MouseButton.LeftButton)
    assert SHA in said(card)
    card.show_paper(None, ZONE)
    assert not card.isVisible()


def test_what_counts_no_longer_says_why(card: VerifiedCard) -> None:
    void = replace(ROW, void_reason="姓名写错")
    card.show_paper(replace(FOUND, status=DocumentStatus.VOID, document=void), ZONE)
    assert (card.standing.text(), "姓名写错" in said(card)) == ("已作废", True)
    later = replace(FOUND, status=DocumentStatus.SUPERSEDED, superseded_by="青溪受〔2026〕0002号")
    card.show_paper(later, ZONE)
    assert (card.standing.text(), "0002号" in said(card)) == ("已被替代", True)
    assert len(set(STANDINGS.values())) == len(DocumentStatus)


def test_altered_data_are_a_strong_warning(card: VerifiedCard) -> None:
    other = "f" * 64
    card.show_paper(replace(FOUND, recomputed=other), ZONE)
    assert card.altered.isVisible()
    assert "不一致" in card.altered.text()
    words = said(card)
    assert "数据与出具时一致" not in words
    assert other[:12] in words
    assert SHA[:12] in words
    card.show_paper(FOUND, ZONE)
    assert not card.altered.isVisible()
