from app.models.contacts import Channel
from app.ui.panes.intake import field_rows


class Nothing:
    def suggest(self, _text):
        return []

    def dated_otherwise(self, _values):
        return False

    def unexplained(self, _values):
        return False


def test_every_code_is_offered_in_both_languages():
    options = field_rows.code_options("channel")
    assert {option.key for option in options} == {channel.value for channel in Channel}
    assert all(option.label["en"] and option.label["zh_CN"] for option in options)


def left_over(spans):
    """The columns that a last row leaves empty; each row before it ends where the grid ends."""
    filled = 0
    for span in spans:
        filled += span
        assert filled <= field_rows.COLUMNS, f"a field of {span} columns does not fit beside the ones before it"
        filled %= field_rows.COLUMNS
    return filled


def test_a_row_of_the_middle_column_fills_its_grid():
    matter = field_rows.matter_fields(Nothing().suggest)
    following = field_rows.next_fields(Nothing().suggest, Nothing())
    assert left_over(field.span for field in matter) == 0
    assert left_over(field.span for field in following) == 0


def test_field_names_are_unique_across_the_forms_of_a_conversation():
    rows = (
        field_rows.number_field(), *field_rows.name_fields(), *field_rows.caller_fields(),
        *field_rows.matter_fields(Nothing().suggest), *field_rows.next_fields(Nothing().suggest, Nothing()),
        *field_rows.referral_fields(),
    )  # fmt: skip
    names = [row.name for row in rows]
    assert len(names) == len(set(names))
    assert field_rows.amendment_reason()[0].required
