from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.scripts_library.rows import Row, made_key, read_rows
from app.scripts_library.script import Audience, KeyPoint, Source, Variant

CHINA = timezone(timedelta(hours=8))


def one(**cells: object) -> Row:
    rows, findings = read_rows([(2, {"key": "a", "title": "t", "answer": "x", **cells})], zone=CHINA)
    assert findings == ()
    return rows[0]


def refused(**cells: object) -> tuple[str, int | None, str]:
    rows, findings = read_rows([(7, {"key": "a", "title": "t", "answer": "x", **cells})], source="a.csv")
    assert rows == ()
    return (findings[0].code, findings[0].line, findings[0].source)


def test_a_row_is_one_variant():
    row = one(language="zh_CN", audience="Patient", plain="是", answer="x\n### record\ny")
    assert row.variant == Variant("zh", "patient", True, "x", record="y")


def test_columns_that_are_missing_say_nothing():
    row = one()
    assert (row.phrasings, row.key_points, row.more, row.whole) == (None, None, None, {})


def test_columns_that_are_empty_say_empty():
    row = one(phrasings="", key_points="", more="", tags="", effective_on="", source="")
    assert (row.phrasings, row.key_points, row.more) == ((), (), {})
    assert row.whole == {"tags": (), "effective_from": None, "sources": ()}


def test_the_columns_of_the_whole_script_are_read():
    row = one(
        category="vaccination/hpv",
        units="a | b",
        source="Rule 12 <https://x.org>",
        effective_on="2026-03-01",
        expires_on="2026/04/01",
        review_on="2026-05-01 00:00:00",
        urgent="yes",
        owner=" zhang.san ",
    )
    assert row.whole["units"] == ("a", "b")
    assert row.whole["sources"] == (Source("Rule 12", url="https://x.org"),)
    assert row.whole["effective_from"] == datetime(2026, 2, 28, 16, tzinfo=UTC)
    assert row.whole["effective_to"] == datetime(2026, 3, 31, 16, tzinfo=UTC)
    assert (row.whole["urgent"], row.whole["owner"]) == (True, "zhang.san")


def test_a_date_as_spreadsheets_write_it_is_a_date():
    assert one(effective_on="2026-03-01 00:00:00").whole == one(effective_on="2026-03-01").whole


def test_the_language_is_seen_in_the_title_when_nobody_says_it():
    assert one(title="几点开门").language == "zh"
    assert one(title="opening hours").language == "en"


def test_who_may_read_it_is_no_caller_kind():
    row = one(audience="supervisor")
    assert row.variant == Variant("en", say="x")
    assert row.reader is Audience.SUPERVISOR


def test_a_key_is_made_from_the_title_and_stays_the_same():
    assert (
        one(key="", title="Opening  hours").key == one(key="", title="opening hours").key == made_key("OPENING HOURS")
    )
    assert one(key="", title="", question="Opening hours").key == made_key("opening hours")


def test_values_of_json_lines_may_be_lists_and_truths():
    row = one(phrasings=["a|b", "c"], plain=True, key_points=[{"id": "k7", "en": "y"}], more={"risk": "high"})
    assert row.phrasings == ("a|b", "c")
    assert row.variant is not None
    assert row.variant.plain
    assert row.key_points == (KeyPoint("k7", {"en": "y"}),)
    assert (row.points_complete, row.more) == (True, {"risk": "high"})


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"key": "", "title": " "}, "row-without-title"),
        ({"key": "a/b"}, "key-unfit"),
        ({"answer": " "}, "row-without-answer"),
        ({"language": "Chinese"}, "not-a-language"),
        ({"audience": "doctors"}, "not-one-of"),
        ({"plain": "maybe"}, "not-a-truth-value"),
        ({"urgent": "very"}, "not-a-truth-value"),
        ({"effective_on": "soon"}, "not-a-time"),
        ({"review_on": "2026-02-30"}, "not-a-date"),
        ({"source": "[{"}, "json-unreadable"),
        ({"source": '[{"clause": "3"}]'}, "source-empty"),
        ({"key_points": "[{"}, "json-unreadable"),
        ({"key_points": '[{"a b": "3"}]'}, "field-unknown"),
        ({"more": "x"}, "json-unreadable"),
        ({"more": "[1]"}, "json-unreadable"),
    ],
)
def test_a_broken_row_is_refused_with_line_and_reason(cells: dict[str, str], code: str):
    assert refused(**cells) == (code, 7, "a.csv")


def test_the_good_rows_go_in_beside_the_broken_one():
    rows, findings = read_rows(
        [(2, {"title": "a", "answer": "x"}), (3, {"title": "b"}), (4, {"title": "c", "answer": "x", "hue": "red"})]
    )
    assert [row.title for row in rows] == ["a", "c"]
    assert [(finding.code, finding.line) for finding in findings] == [("row-without-answer", 3), ("column-unknown", 4)]


def test_a_line_without_a_row_is_reported():
    rows, findings = read_rows([(2, None), (3, {"title": "a", "answer": "x"})])
    assert len(rows) == 1
    assert [(finding.code, finding.line) for finding in findings] == [("line-unreadable", 2)]


def test_a_map_to_nowhere_stops_the_table():
    rows, findings = read_rows([(2, {"title": "a", "answer": "x"})], columns={"a": "nonsense"})
    assert rows == ()
    assert findings[0].code == "column-map-unknown"
