import pytest

from app.models.errors import FieldInvalid, FieldMissing
from app.models.routing_choice import differs, missing, settled, suggested_unit

SUGGESTED = {"by": "rule", "unit": "U01", "rule": "Fees"}


def test_the_suggested_unit_is_read_from_what_a_dispatch_keeps():
    assert suggested_unit({"suggested": SUGGESTED}) == "U01"
    assert [suggested_unit(one) for one in ({}, {"suggested": None}, {"suggested": {"by": "nothing"}})] == [""] * 3


def test_only_another_unit_than_the_suggested_one_differs():
    assert differs(SUGGESTED, "U02")
    assert not any(
        (differs(SUGGESTED, "U01"), differs(SUGGESTED, None), differs({"by": "nothing"}, "U1"), differs(None, "U"))
    )


@pytest.mark.parametrize(
    ("override", "note", "field"),
    [(None, None, "override"), ("other", None, "override_note"), ("other", "new duty", ""), ("agreed", None, "")],
)
def test_another_unit_is_explained_and_another_reason_is_put_in_words(override, note, field):
    assert missing(SUGGESTED, "U02", override, note) == field
    assert missing(SUGGESTED, "U01", override, note) == ""


def test_a_dispatch_keeps_what_was_suggested_and_why_it_was_not_taken():
    said = {"suggested": SUGGESTED, "override": "agreed", "override_note": "by phone"}
    assert settled(said, "U02") == {"suggested": SUGGESTED, "override": "agreed", "note": "by phone"}
    assert settled(said, "U01") == {"suggested": SUGGESTED}
    assert settled({"suggested": {"by": "nothing"}, "moved_for": "wrong_area"}, "U01") == {
        "suggested": {"by": "nothing"},
        "moved_for": "wrong_area",
    }
    assert settled({}, "U01") is None


def test_what_is_missing_or_unknown_is_said_of_its_field():
    with pytest.raises(FieldMissing):
        settled({"suggested": SUGGESTED}, "U02")
    for said in ({"override": "mood"}, {"override": "agreed", "moved_for": "mood"}):
        with pytest.raises(FieldInvalid):
            settled({"suggested": SUGGESTED, **said}, "U02")
