"""Columns of the published tables: in the order of their lines, and none withheld."""

from app.models.published import PUBLISHED
from app.outside.hub_pub import copy_into, names_of


def test_lines_go_into_the_columns_in_their_order():
    assert names_of("batch") == ["id", "center", "changed_at", *(one.name for one in PUBLISHED["batch"]), "conflicts"]
    assert copy_into("batch").startswith('COPY pub."batch" ("id", "center", "changed_at", ')


def test_a_password_has_no_column():
    assert "password" not in names_of("person")
