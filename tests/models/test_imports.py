"""Reasons say by themselves whether they stop a row."""

from app.models.imports import ImportField, ImportReason


def test_six_reasons_refuse_a_row_and_the_others_do_not():
    refusing = {one.value for one in ImportReason if one.refuses}
    assert refusing == {"invalid", "missing", "too_long", "in_the_future", "before_opened", "twice"}


def test_fields_come_in_the_order_of_a_column_map():
    assert [one.value for one in ImportField][:4] == ["number", "opened_at", "channel", "phone"]
