"""What a hall may set, and how far."""

from dataclasses import fields
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.errors import BadInput
from app.domain.hall_settings import SETTINGS, Figure, Setting, Unit, changes, figures, with_settings
from app.domain.policy import LONGEST_ADVANTAGE, Policy, Priority
from tests.refusals import problems_of

EACH = pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)


def test_everything_in_the_policy_can_be_set() -> None:
    in_a_list_of_their_own = {"exception_categories"}
    figures_of = {field.name for field in fields(Policy)} - in_a_list_of_their_own
    assert {setting.field for setting in SETTINGS.values()} == figures_of
    classes = {setting.priority for setting in SETTINGS.values()} - {None}
    assert classes == set(Priority) - {Priority.ORDINARY}


@EACH
def test_names_tell_the_unit(setting: Setting) -> None:
    for unit in (Unit.MINUTES, Unit.SECONDS):
        assert setting.name.endswith(f"_{unit}") == (setting.unit is unit)


@EACH
def test_a_default_is_within_its_bounds(setting: Setting) -> None:
    assert setting.problem_with(setting.of(Policy())) is None


@EACH
def test_bounds_belong_to_what_is_allowed(setting: Setting) -> None:
    for figure, code in (
        (setting.least, None),
        (setting.most, None),
        (setting.least - 1, "import.rule.least"),
        (setting.most + 1, "import.rule.most"),
        (Decimal("1E+999999"), "import.rule.most"),
    ):
        problem = setting.problem_with(figure)
        assert (problem.code if problem else None) == code


@EACH
@pytest.mark.parametrize("which", ["least", "most"])
def test_what_is_set_is_read_again_and_nothing_else_changes(setting: Setting, which: str) -> None:
    figure = getattr(setting, which)
    policy = with_settings(Policy(), {setting.name: figure})
    assert figures(policy) == figures(Policy()) | {setting.name: figure}
    assert policy.head_starts[Priority.ORDINARY] == timedelta()


def test_no_head_start_beyond_the_bound() -> None:
    """The longest head start and the longest preference bound together how long anybody may be passed over."""
    most = {name: setting.most for name, setting in SETTINGS.items()}
    assert with_settings(Policy(), dict(most)).largest_head_start == timedelta(minutes=LONGEST_ADVANTAGE)


@pytest.mark.parametrize(
    ("name", "figure", "kept"),
    [
        ("usual_service_minutes", Decimal("7.5"), timedelta(seconds=450)),
        ("usual_service_minutes", Decimal("20.0"), timedelta(minutes=20)),
        ("release_pause_minutes", Decimal("1.17"), timedelta(seconds=70.2)),
        ("setback_minutes", Decimal("15.0"), timedelta(minutes=15)),
        ("recall_gap_seconds", 8, timedelta(seconds=8)),
    ],
)
def test_units(name: str, figure: Figure, kept: timedelta) -> None:
    policy = with_settings(Policy(), {name: figure})
    assert getattr(policy, SETTINGS[name].field) == kept
    assert figures(policy)[name] == figure


@pytest.mark.parametrize(
    "name", ["head_start_elderly_minutes", "setback_minutes", "recall_gap_seconds", "undo_minutes"]
)
def test_what_people_are_told_is_whole(name: str) -> None:
    problem = SETTINGS[name].problem_with(Decimal("2.5"))
    assert problem is not None
    assert problem.code == "import.rule.whole_number"


def test_every_problem_is_listed() -> None:
    with pytest.raises(BadInput) as caught:
        with_settings(
            Policy(), {"setback": 5, "calls_before_miss": 11, "undo_minutes": 10, "recall_gap_seconds": 0}
        )
    assert problems_of(caught.value) == [
        ("settings.setback", "import.rule.unknown"),
        ("settings.calls_before_miss", "import.rule.most"),
        ("settings.recall_gap_seconds", "import.rule.least"),
    ]


def test_changes_tell_before_and_after() -> None:
    policy = with_settings(
        Policy(), {"setback_minutes": 15, "usual_service_minutes": Decimal("7.5"), "undo_minutes": 5}
    )
    assert changes(Policy(), policy) == {
        "setback_minutes_before": 10,
        "setback_minutes": 15,
        "usual_service_minutes_before": 10,
        "usual_service_minutes": "7.5",
    }
    assert changes(policy, policy) == {}
