"""The shape of a catalogue file: a list of items. null always means that the page does not say."""

from typing import Literal

from pydantic import Field

from app.domain.catalogue import Guide, HandlingType, Material, Situation
from app.domain.catalogue_file import ListedItem
from app.exchange.fields import Count, Days, Entry, Text

HANDLING = {"即办件": HandlingType.ON_THE_SPOT, "承诺件": HandlingType.PROMISED}


class MaterialEntry(Entry):
    """One thing asked for. ``form`` names the media that ``original``, ``copy`` and ``electronic`` say yes to."""

    name: Text
    form: list[Literal["原件", "复印件", "电子"]] | None = None
    original: bool | None = None
    # The field is called ``copy`` in files; pydantic's models have a method of that name.
    copy_: bool | None = Field(None, alias="copy")
    electronic: bool | None = None
    original_copies: Count | None = None
    copy_copies: Count | None = None
    copies: Count | None = None
    required: bool | None = None
    key_material: bool | None = None
    source: Text | None = None
    issuing_authority: Text | None = None
    note: Text | None = None

    def material(self, number: int) -> Material:
        """The material at its place in the item's list. What is no key material may be late (容缺)."""
        return Material(
            number=number,
            name=self.name,
            required=self.required is not False,
            required_stated=self.required is not None,
            original=self._asked(self.original, "原件"),
            copy=self._asked(self.copy_, "复印件"),
            electronic=self._asked(self.electronic, "电子"),
            original_copies=self.original_copies,
            copy_copies=self.copy_copies,
            copies=self.copies,
            may_be_late=None if self.key_material is None else not self.key_material,
            source=self.source,
            issuer=self.issuing_authority,
            note=self.note,
        )

    def _asked(self, said: bool | None, medium: Literal["原件", "复印件", "电子"]) -> bool | None:
        return True if said is None and medium in (self.form or ()) else said


class SituationEntry(Entry):
    """A situation and the names of the materials it asks for."""

    name: Text
    materials: list[Text]
    promised_days: Days | None = None


class ItemEntry(Entry):
    """One item; its code is the official one, or the file's ``id`` where there is none."""

    id: Text
    code: Text | None = None
    name: Text
    department: Text
    implementing_body: Text | None = None
    item_type: Text
    subject: list[Text] | None = None
    legal_basis: list[Text] | None = None
    handling_type: Literal["即办件", "承诺件"] | None = None
    statutory_days: Days | None = None
    promised_days: Days | None = None
    fee: Text | None = None
    online_available: bool | None = None
    visits: Count | None = None
    situations: list[SituationEntry] | None = None
    materials: list[MaterialEntry]
    conditions: Text | None = None
    steps: list[Text] | None = None
    place: Text | None = None
    hours: Text | None = None
    phone: Text | None = None
    supervision_phone: Text | None = None
    source_title: Text | None = None
    region: Text | None = None
    source_quality: Text | None = None
    materials_complete: bool = True
    remark: Text | None = None

    @property
    def official_code(self) -> str:
        """The code that the item goes by."""
        return self.code or self.id

    def item(self) -> ListedItem:
        """The item as the domain has it."""
        materials = self._materials()
        numbers = {material.name: material.number for material in materials}
        return ListedItem(
            code=self.official_code,
            name=self.name,
            department=self.department,
            item_type=self.item_type,
            materials=materials,
            situations=tuple(
                Situation(s.name, tuple(numbers[name] for name in s.materials), s.promised_days)
                for s in self.situations or ()
            ),
            handling=HANDLING[self.handling_type] if self.handling_type else None,
            statutory_days=self.statutory_days,
            promised_days=self.promised_days,
            online=self.online_available,
            visits=self.visits,
            subjects=tuple(self.subject or ()),
            materials_complete=self.materials_complete,
            guide=self._guide(),
        )

    def _materials(self) -> tuple[Material, ...]:
        """The item's own list, then what only situations name."""
        listed = [entry.material(number) for number, entry in enumerate(self.materials, 1)]
        own = {material.name for material in listed}
        named = dict.fromkeys(name for s in self.situations or () for name in s.materials)
        beyond = [name for name in named if name not in own]
        return (
            *listed,
            *(
                Material(n, name, listed=False, required_stated=False)
                for n, name in enumerate(beyond, len(listed) + 1)
            ),
        )

    def _guide(self) -> Guide:
        return Guide(
            conditions=self.conditions,
            legal_basis=tuple(self.legal_basis or ()),
            fee=self.fee,
            steps=tuple(self.steps or ()),
            place=self.place,
            hours=self.hours,
            phone=self.phone,
            supervision_phone=self.supervision_phone,
            remark=self.remark,
            source_title=self.source_title,
            source_region=self.region,
            source_quality=self.source_quality,
            implementing_body=self.implementing_body,
        )
