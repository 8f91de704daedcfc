"""A callback keeps why and to whom it is owed; only its time, its end and the language it needs change."""

from app.models.callbacks import CALLBACK, CallbackReason
from app.models.journal import Kind


def test_only_time_owner_language_end_and_what_was_found_out_change() -> None:
    changing = {one.name for one in CALLBACK.fields if one.kind is Kind.LWW}
    assert changing == {
        "due_at",
        "owner",
        "more_numbers",
        "line",
        "checked_at",
        "check_note",
        "overruled_at",
        "closed_at",
        "closed_by_contact",
        "closed_code",
        "language",
    }
    assert {reason.value for reason in CallbackReason} == {
        *("promised", "satisfaction", "missed", "campaign", "recall"),
    }
