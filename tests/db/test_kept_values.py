"""What one version of the program kept is read by the one before and the one after it."""

from pydantic import TypeAdapter

from app.domain.catalogue import Material
from app.domain.judgement import Findings
from app.ports.documents import SlipForm
from app.services.paper import canonical
from db.json_values import from_json, to_json
from db.repositories.case_rows import Course
from tests.documents.forms import SLIP

FINDINGS = Findings((), (Material(1, "申请表"),))


def test_findings_from_before_a_material_could_be_not_applicable() -> None:
    document = to_json(Findings, FINDINGS)
    del document["not_applicable"]
    assert from_json(Findings, document) == FINDINGS


def test_findings_with_more_than_this_version_knows() -> None:
    assert from_json(Findings, to_json(Findings, FINDINGS) | {"of_tomorrow": [1]}) == FINDINGS


def test_a_case_from_before_its_refusal_was_kept() -> None:
    course = Course(
        papers=(), outstanding=frozenset(), supplement_by=None, accepted_at=None, is_joint=False, limit=None,
        dates=None, suspensions=(), extension=None, pledge=None, decision=None, deliver_by=None, delivery=None,
        archive_by=None,
    )  # fmt: skip
    document = to_json(Course, course)
    del document["refusal"]
    assert from_json(Course, document) == course


def test_a_slip_from_before_a_material_could_be_not_applicable() -> None:
    data = canonical(SLIP).replace('"not_applicable":[],', "")
    assert data != canonical(SLIP)
    assert TypeAdapter(SlipForm).validate_json(data) == SLIP
