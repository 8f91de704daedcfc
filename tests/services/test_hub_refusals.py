"""Which hubs a station talks to, and from which it reads."""

import pytest

from app.models.errors import AppError
from app.models.sync import Head, Hello
from app.models.sync_errors import HubStandby, HubUnknown, NotEnrolled, OtherCenter, ProgramTooOld
from app.services.hub_refusals import refuse, refuse_older
from app.store.sync import Facts
from tests.desk import NOON


def hello(hub_id: str = "hub", *, standby: bool = False, center: str = "a", oldest: int = 1) -> Hello:
    return Hello(hub_id, standby, NOON, Head(0, b"", True), center, (), oldest)


def facts(hub_id: str = "hub", center: str = "a") -> Facts:
    return Facts(hub_id=hub_id, center=center, origin=b"o" * 16, offset_ms=0)


def test_our_own_hub_is_talked_to_and_read() -> None:
    assert refuse(hello(), facts()) is None
    assert refuse(hello(), facts(center="")) is None
    assert refuse_older(hello(oldest=2), 2) is None


@pytest.mark.parametrize(
    ("told", "known", "error", "said"),
    [
        (hello(), facts(hub_id=""), NotEnrolled, {}),
        (hello(standby=True), facts(), HubStandby, {}),
        (hello(hub_id="copy"), facts(), HubUnknown, {"found": "copy", "expected": "hub"}),
        (hello(center="b"), facts(), OtherCenter, {"found": "b", "expected": "a"}),
    ],
)
def test_a_hub_that_is_not_ours_is_refused(
    told: Hello, known: Facts, error: type[AppError], said: dict[str, str]
) -> None:
    with pytest.raises(error) as refused:
        refuse(told, known)
    assert dict(refused.value.facts) == said


def test_a_hub_that_speaks_more_than_we_do_is_not_read() -> None:
    with pytest.raises(ProgramTooOld) as refused:
        refuse_older(hello(oldest=3), 2)
    assert dict(refused.value.facts) == {"found": 2, "wanted": 3}
