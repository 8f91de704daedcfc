"""What is told of a saying, in both languages, and what is not known is not told."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from app.models.never_calls import Lift, NeverFact, Saying
from app.services import never_words
from app.services.never_calls import NeverCall

_AT = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
_ZONE = timezone(timedelta(hours=8))
_ID = b"s" * 16


def _one(reason: str = "", *, lift: Lift | None = None, center: str = "") -> NeverCall:
    fact = NeverFact(_ID, _ID, "n", "", _AT, reason, "wang", told=bool(center))
    return NeverCall(Saying(_ID, (fact,), lift), "Li Na", ("138 1234 5678",), "Spring", "Wang", "Li", center)


def test_it_tells_when_who_wrote_it_down_how_the_call_ended_and_in_which_case() -> None:
    assert never_words.said(_one("234"), "en", _ZONE) == (
        "said on 2026-03-02 12:00, written down by Wang · 234 Asked never to be called again · Spring"
    )
    assert never_words.said(_one("asked in writing"), "zh_CN", _ZONE) == (
        "2026-03-02 12:00 提出，Wang 登记 · asked in writing · Spring"
    )
    assert never_words.said(_one("South", center="South"), "en", _ZONE) == "told on 2026-03-02 12:00 by South · Spring"


def test_a_lift_is_told_with_its_request_and_an_older_one_without_the_day() -> None:
    lift = Lift(_ID, _AT, "li", date(2026, 3, 1), "Folder 7")
    assert never_words.lifted(_one(), "en", _ZONE) == ""
    assert never_words.lifted(_one(lift=lift), "en", _ZONE) == (
        "lifted on 2026-03-02 12:00 by Li at the written request of 2026-03-01 (Folder 7)"
    )
    older = never_words.lifted(_one(lift=replace(lift, requested_on=None)), "zh_CN", _ZONE)
    assert older == "2026-03-02 12:00 由 Li 凭书面申请解除（Folder 7）"


def test_who_is_known_by_hashes_alone_is_said_to_be() -> None:
    assert never_words.who(_one(), "en") == "Li Na · 138 1234 5678"
    assert never_words.who(replace(_one(), name="", numbers=()), "en") == "on no card: search for the number"
