"""A promise is a fact; whether it was kept is another one."""

from app.models.promises import PROMISE, PROMISE_OUTCOME, PromiseState


def test_a_promise_is_never_rewritten() -> None:
    assert PROMISE.fact
    assert PROMISE_OUTCOME.fact
    assert "state" not in {one.name for one in PROMISE.fields}
    assert PromiseState("kept") is PromiseState.KEPT
