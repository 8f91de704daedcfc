"""How long what is kept, and what a redaction leaves of a record."""

import json

import pytest

from app.models.entities import ENTITIES
from app.models.journal import Record, fold
from app.models.retention import KINDS, read_days, skeleton, write_days


def test_every_part_names_fields_that_are_there() -> None:
    for parts in KINDS.values():
        for part in parts:
            fields = ENTITIES[part.entity].by_name
            assert set(part.fields) <= fields.keys()
            for field, entity in part.path:
                assert fields[field].sql == "REF"
                fields = ENTITIES[entity].by_name
            assert (part.at in fields) != bool(part.traces)
            for trace in part.traces:
                named = ENTITIES[trace.entity].by_name
                assert set(filter(None, (trace.field, trace.at, trace.open_until, trace.gone))) <= named.keys()


def test_days_are_read_and_written_kind_by_kind() -> None:
    assert read_days(" searches=365, inquiries=1825 ") == {"searches": 365, "inquiries": 1825}
    assert write_days({"searches": 365, "inquiries": 1825, "contacts": 0}) == "inquiries=1825, searches=365"
    assert read_days("") == {}


@pytest.mark.parametrize("text", ["weather=90", "contacts=7", "contacts=", "contacts=soon", "contacts=90000"])
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="="):
        read_days(text)


def test_a_skeleton_keeps_names_base_and_what_tells_of_nobody() -> None:
    left = json.loads(skeleton('{"f":{"summary":"张","state":"closed"},"b":{"summary":["01"]}}', ["summary"]))
    assert left == {"f": {"summary": None, "state": "closed"}, "b": {"summary": ["01"]}}


def test_an_older_value_does_not_come_back_from_skeletons() -> None:
    entity = ENTITIES["inquiry"]
    old = Record(b"1", 1, {"summary": "first"}, {})
    new = Record(b"2", 2, {"summary": None}, {"summary": (b"1",)})
    assert fold(entity, [old, new]).values["summary"] is None
