from app.scripts_library.columns import ColumnReader


def test_names_are_read_without_regard_to_case_and_blanks():
    reader = ColumnReader()
    assert reader.read({"Key ": "a", "KEY_POINTS": "b", "key points": "", "Effective on": "c"}, 2) == {
        "key": "a",
        "key_points": "b",
        "effective_on": "c",
    }
    assert reader.unknown == {}


def test_a_map_takes_other_tables():
    reader = ColumnReader({"qid": "key", "focus": "tags", "qtype": "tags", "url": "source", "doc": ""})
    row = {"qid": "7", "focus": "flu", "qtype": "risk", "url": "https://x.org", "doc": "x", "title": "t"}
    assert reader.read(row, 2) == {"key": "7", "tags": "flu | risk", "source": "https://x.org", "title": "t"}
    assert reader.unknown == {}


def test_a_map_may_be_given_the_other_way_round():
    row = {"qid": "7", "question": "t", "url": "u"}
    for column_map in ({"key": "qid", "title": "question"}, {"qid": "key", "question": "title"}):
        assert ColumnReader(column_map).read(row, 2) == {"key": "7", "title": "t"}


def test_a_mapped_column_takes_the_place_of_ours():
    reader = ColumnReader({"real answer": "answer"})
    assert reader.read({"answer": "old", "Real Answer": "new"}, 2) == {"answer": "new"}
    assert reader.unknown == {"answer": 2}


def test_the_first_filled_of_two_columns_counts():
    reader = ColumnReader({"a": "title", "b": "title"})
    assert reader.read({"a": "", "b": "x"}, 2) == {"title": "x"}
    assert reader.read({"a": "y", "b": "x"}, 3) == {"title": "y"}


def test_unknown_columns_and_targets_are_remembered():
    reader = ColumnReader({"a": "nonsense"})
    assert reader.wrong_targets == ("nonsense",)
    reader = ColumnReader()
    reader.read({"x": "1"}, 5)
    reader.read({"x": "1"}, 6)
    assert reader.unknown == {"x": 5}
