"""Versions of a script are facts; their state comes from events."""

from app.models.scripts import SCRIPT_EVENT, SCRIPT_VERSION


def test_a_version_is_never_rewritten_and_has_no_state_of_its_own() -> None:
    assert SCRIPT_VERSION.fact
    assert "state" not in SCRIPT_VERSION.by_name
    assert "state" in SCRIPT_EVENT.by_name
