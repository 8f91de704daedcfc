"""The reasons of the expiry board are codes that are written down nowhere else."""

from app.models.script_expiry import ExpiryReason


def test_what_is_over_has_another_code_than_what_is_coming() -> None:
    over = {ExpiryReason.ENDED, ExpiryReason.REVIEW_OVERDUE, ExpiryReason.UNUSED}
    assert {ExpiryReason("ends_soon"), ExpiryReason("review_soon")} == set(ExpiryReason) - over
