from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication, QTableView

from ui.models import Cell, Column, RowsModel


@dataclass(frozen=True)
class Ticket:
    number: int
    state: str = "waiting"


tickets = st.lists(
    st.builds(Ticket, st.integers(0, 12), st.sampled_from(["waiting", "called"])),
    max_size=12,
    unique_by=lambda ticket: ticket.number,
)


def model_of(*numbers: int) -> RowsModel[Ticket]:
    model = RowsModel(
        [
            Column[Ticket]("number", lambda row: Cell(str(row.number))),
            Column[Ticket]("state", lambda row: Cell(row.state)),
        ],
        lambda row: row.number,
    )
    model.set_rows([Ticket(number) for number in numbers])
    return model


@settings(max_examples=150, deadline=None)
@given(st.lists(tickets, min_size=2, max_size=5))
def test_random_edits_keep_qt_s_rules_and_end_as_asked(versions: list[list[Ticket]]) -> None:
    model = model_of()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for version in versions:
        held = [
            (row.number, QPersistentModelIndex(model.index(at, 0))) for at, row in enumerate(model.rows())
        ]
        model.set_rows(version)
        assert list(model.rows()) == version
        numbers = {row.number for row in version}
        for number, index in held:
            row = model.row_at(index)
            assert (row.number if row else None) == (number if number in numbers else None)
    tester.deleteLater()


def test_moving_one_row_moves_one_row(qapp: QApplication) -> None:
    model = model_of(1, 2, 3, 4, 5)
    moved, reset = QSignalSpy(model.rowsMoved), QSignalSpy(model.modelReset)
    model.set_rows([Ticket(number) for number in (2, 3, 4, 5, 1)])
    model.set_rows([Ticket(number) for number in (5, 2, 3, 4, 1)])
    assert moved.count() == 2
    assert reset.count() == 0


def test_what_stays_the_same_is_not_signalled(qapp: QApplication) -> None:
    model = model_of(1, 2, 3)
    changed = QSignalSpy(model.dataChanged)
    rows = list(model.rows())
    model.set_rows(rows)
    assert changed.count() == 0
    model.set_rows([rows[0], replace(rows[1], state="called"), rows[2]])
    assert changed.count() == 1
    assert changed.at(0)[0].row() == 1


def test_selection_follows_its_row(qapp: QApplication) -> None:
    model = model_of(1, 2, 3)
    table = QTableView()
    table.setModel(model)
    table.selectRow(1)
    model.set_rows([Ticket(number) for number in (9, 8, 3, 2)])
    assert [model.row_at(index) for index in table.selectionModel().selectedRows()] == [Ticket(2)]


def test_double_ids_are_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="unique"):
        model_of(1, 1)
