"""A row becomes an inquiry, with remarks, or says why it cannot."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.imports import ImportReason
from app.services.import_columns import FIELDS
from app.services.import_rows import LONGEST, Incoming, Rules, read
from app.services.import_times import Reading
from tests.desk import NOON

OWN = {name: name for name in FIELDS}
RULES = Rules(
    Reading(ZoneInfo("Asia/Shanghai"), True, "CN"), NOON, OWN, {"hpv疫苗": "consult.immunization.hpv"}, {"cdc": "CDC"}
)


def row(**cells: str) -> Incoming:
    return read(RULES, 7, {"opened_at": "2026-02-01 09:00", "summary": "Asks", **cells})


def refusal(**cells: str) -> tuple[str, ImportReason]:
    found = row(**cells).refused
    assert found is not None
    return found.field, found.reason


def remarks(**cells: str) -> list[tuple[str, ImportReason, str]]:
    return [(one.field, one.reason, one.value) for one in row(**cells).remarks]


def test_a_whole_row_becomes_an_inquiry_and_its_caller():
    found = row(
        number="A-1", channel="电话", phone="138 1234 5678", caller=" 张  三 ", category="HPV疫苗", unit="cdc",
        urgency="P1", details="line 1\nline 2", state="已办结", closed_at="2026-02-01 10:00", outcome="Told the times",
    )  # fmt: skip
    assert found.refused is None
    assert (found.number, found.e164, found.caller, found.remarks) == ("A-1", "+8613812345678", "张 三", ())
    assert found.values == {
        "opened_at": "2026-02-01T01:00:00+00:00",
        "closed_at": "2026-02-01T02:00:00+00:00",
        "due_at": None,
        "channel": "phone_in",
        "category": "consult.immunization.hpv",
        "unit": "CDC",
        "urgency": "critical",
        "summary": "Asks",
        "details": "line 1\nline 2",
        "state": "closed",
        "outcome": "Told the times",
    }


def test_what_makes_an_inquiry_false_is_refused():
    assert refusal(opened_at="yesterday") == ("opened_at", ImportReason.INVALID)
    assert refusal(opened_at="") == ("opened_at", ImportReason.MISSING)
    assert refusal(opened_at=(NOON + timedelta(days=2)).isoformat()) == ("opened_at", ImportReason.IN_THE_FUTURE)
    assert refusal(closed_at="2026-01-31") == ("closed_at", ImportReason.BEFORE_OPENED)
    assert refusal(due_at="soon") == ("due_at", ImportReason.INVALID)
    assert refusal(details="长" * (LONGEST + 1)) == ("details", ImportReason.TOO_LONG)
    assert refusal(summary=" ") == ("summary", ImportReason.MISSING)


def test_what_the_house_does_not_know_is_kept_and_remarked_on():
    assert remarks(category="Potholes") == [("category", ImportReason.UNKNOWN, "Potholes")]
    assert row(category="Potholes").values["category"] == "Potholes"
    assert remarks(channel="Maximo Integration") == [("channel", ImportReason.NOTED, "Maximo Integration")]
    assert row(channel="Maximo Integration", phone="ask at the desk").note == (
        "channel: Maximo Integration\nphone: ask at the desk"
    )


def test_state_and_closing_time_agree():
    assert row(closed_at="2026-02-03").values["state"] == "closed"
    assert row().values["state"] == "new"
    done = row(state="Closed")
    assert done.values["closed_at"] == done.values["opened_at"]
    assert done.remarks[0].reason is ImportReason.CLOSED_WHEN_OPENED
    assert row(state="open", closed_at="2026-02-03").values["closed_at"] is None


def test_the_first_line_of_the_details_stands_in_for_a_summary():
    assert row(summary="", details="First line\nand more").values["summary"] == "First line"
    assert len(str(row(summary="", details="x" * 500).values["summary"])) == 120


def test_without_a_column_of_times_the_time_of_import_is_taken():
    found = read(Rules(RULES.reading, NOON, {"summary": "q"}), 2, {"q": "What is cetirizine?"})
    assert found.refused is None
    assert found.values["opened_at"] == NOON.isoformat()


def test_a_row_without_a_number_is_known_by_what_it_says():
    assert row().key == row(unit="").key
    assert row().key != row(details="other").key
    assert row(number="7").key == "7"


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=40)))
def test_any_row_is_taken_or_refused_for_a_reason_that_refuses(cells: dict[str, str]):
    found = read(RULES, 1, cells)
    assert found.refused is None or found.refused.reason.refuses
    assert not any(one.reason.refuses for one in found.remarks)


@pytest.mark.parametrize("text", ["\ud83d", "\x00", "😀", "עברית", "长" * 300])
def test_odd_texts_are_read_without_harm(text: str):
    found = row(details=text, caller=text)
    assert found.refused is None or found.refused.reason is ImportReason.TOO_LONG
