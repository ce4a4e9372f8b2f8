"""The address of the hall's database, to be filled in."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.dialogs.files import ask_file
from ui.first_start.address import Address, Place
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.inputs import Field, write_unless_focused
from ui.widgets.layouts import column, row
from ui.widgets.text import Text
from ui.words import Words


class AddressForm(QWidget):
    """``changed(address, key file)`` with every change a person makes, ``connect_requested`` when it is complete."""

    changed = Signal(object, str)
    connect_requested = Signal()

    def __init__(self, words: Words, sample_file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._sample_file = words, sample_file
        self._address, self._key_file = Address(), ""
        self._place = SegmentedChoice([Option(p.value, words(f"setup.place.{p.value}")) for p in Place])
        self._place.chosen.connect(self._choose_place)
        self._explained = Text("", Type.DETAIL, "text2", wrap=True)
        self._hosts, self._database = QLineEdit(), QLineEdit()
        self._user, self._password = QLineEdit(), QLineEdit()
        self._file, self._key = QLineEdit(), QLineEdit()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._hosts.setPlaceholderText(words("setup.address.hosts_example"))
        self._key.setPlaceholderText(words("setup.address.key_usual"))
        self._server = self._server_fields()
        self._file_field = self._with_browser(words("setup.address.file"), self._file)
        self._key_field = self._with_browser(words("setup.address.key_file"), self._key)
        self._connect = ActionButton(kind=Kind.PRIMARY, size=Size.LARGE)
        self._connect.clicked.connect(self.connect_requested)
        self._build()

    def show_address(self, address: Address, key_file: str, *, busy: bool) -> None:
        """Show the address; a field that a person is writing in is left alone."""
        self._address, self._key_file = address, key_file
        self._place.show_value(address.place.value)
        self._explained.setText(self._words(f"setup.place.{address.place.value}_explained"))
        for field, text in self._texts(address):
            write_unless_focused(field, text)
        write_unless_focused(self._key, key_file)
        self._server.setVisible(address.place is Place.SERVER)
        self._file_field.setVisible(address.place is Place.FILE)
        self._key_field.setVisible(address.place is not Place.SAMPLE)
        is_sample = address.place is Place.SAMPLE
        self._connect.show_action(self._words("setup.address.make" if is_sample else "setup.address.connect"))
        self._connect.setEnabled(address.is_complete and not busy)

    def focus_start(self) -> None:
        """Put the keyboard on what is filled in first."""
        first = {Place.SERVER: self._hosts, Place.FILE: self._file, Place.SAMPLE: self._connect}
        first[self._address.place].setFocus()

    def _texts(self, address: Address) -> list[tuple[QLineEdit, str]]:
        return [
            (self._hosts, address.hosts),
            (self._database, address.database),
            (self._user, address.user),
            (self._password, address.password),
            (self._file, address.file),
        ]

    def _server_fields(self) -> QWidget:
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        words = self._words
        labelled = [
            Field(words("setup.address.hosts"), self._hosts),
            Field(words("setup.address.database"), self._database),
            Field(words("setup.address.user"), self._user),
            Field(words("setup.address.password"), self._password),
        ]
        for place, field in enumerate(labelled):
            grid.addWidget(field, place // 2, place % 2)
        return fields

    def _with_browser(self, label: str, field: QLineEdit) -> QWidget:
        line = QWidget()
        browse = ActionButton(self._words("setup.address.browse"), icon="folder-open", size=Size.NORMAL)
        browse.clicked.connect(lambda: self._browse(field))
        row(line, gap=8).put(field, browse)
        labelled = Field(label, line)
        field.setAccessibleName(label)
        return labelled

    def _browse(self, field: QLineEdit) -> None:
        ask_file(self, field.accessibleName(), lambda path: self._take(field, str(path)), field.text())

    def _take(self, field: QLineEdit, path: str) -> None:
        field.setText(path)
        self._edited()

    def _build(self) -> None:
        box = column(self, gap=10).put(self._place, self._explained)
        box.put(self._server, self._file_field, self._key_field)
        box.put(row().put(None, self._connect))
        for field in (self._hosts, self._database, self._user, self._password, self._file, self._key):
            field.textEdited.connect(self._edited)
            field.returnPressed.connect(self._connect.click)

    def _choose_place(self, key: str) -> None:
        place = Place(key)
        file = self._sample_file if place is Place.SAMPLE else self._file.text()
        self.changed.emit(replace(self._address, place=place, file=file), self._key.text())

    def _edited(self) -> None:
        file = self._sample_file if self._address.place is Place.SAMPLE else self._file.text()
        address = replace(
            self._address,
            hosts=self._hosts.text(),
            database=self._database.text(),
            user=self._user.text(),
            password=self._password.text(),
            file=file,
        )
        self.changed.emit(address, self._key.text())
