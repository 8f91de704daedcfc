"""Callers' words are those of the product."""

from app.models.callers import CALLER_FLAG, DNC, CallerKind, FlagCode


def test_a_do_not_call_is_no_flag_and_names_nobody() -> None:
    assert "do_not_call" not in {code.value for code in FlagCode}
    assert not {"number", "caller", "name"} & {one.name for one in DNC.fields}


def test_flags_expire_and_are_ended_by_a_later_fact() -> None:
    assert {"expires_at", "ends"} <= {one.name for one in CALLER_FLAG.fields}
    assert CallerKind("physician") is CallerKind.PHYSICIAN
