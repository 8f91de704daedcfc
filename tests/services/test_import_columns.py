"""Headings of other systems are understood, and each serves one field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.import_columns import FIELDS, suggest_map, unused


def _columns(text: str) -> list[str]:
    return text.split()


BOSTON = _columns(
    """CASE_ENQUIRY_ID OPEN_DT TARGET_DT CLOSED_DT OnTime_Status CASE_STATUS CASE_TITLE SUBJECT REASON TYPE QUEUE
    Department neighborhood pwd_district Source"""
)
OPEN311 = _columns(
    """service_request_id status status_notes service_name description agency_responsible requested_datetime
    updated_datetime expected_datetime address"""
)
CHINESE = _columns("工单编号 来电时间 来电号码 来电人姓名 诉求类别 承办单位 诉求内容 办理状态 办结时间 办理结果")


def test_own_names_are_taken_as_they_are():
    assert suggest_map(FIELDS) == {name: name for name in FIELDS}


def test_a_city_table_is_understood():
    assert suggest_map(BOSTON) == {
        "number": "CASE_ENQUIRY_ID",
        "opened_at": "OPEN_DT",
        "channel": "Source",
        "category": "TYPE",
        "area": "neighborhood",
        "unit": "Department",
        "summary": "CASE_TITLE",
        "details": "REASON",
        "state": "CASE_STATUS",
        "due_at": "TARGET_DT",
        "closed_at": "CLOSED_DT",
    }


def test_open311_names_are_understood():
    found = suggest_map(OPEN311)
    assert found["number"] == "service_request_id"
    assert found["category"] == "service_name"
    assert (found["opened_at"], found["closed_at"]) == ("requested_datetime", "updated_datetime")
    assert (found["due_at"], found["unit"]) == ("expected_datetime", "agency_responsible")
    assert found["outcome"] == "status_notes"


def test_chinese_headings_are_understood():
    found = suggest_map(CHINESE)
    assert list(found.values()) == CHINESE
    assert (found["phone"], found["details"], found["outcome"]) == ("来电号码", "诉求内容", "办理结果")


@pytest.mark.parametrize("heading", ["诉求摘要", "工单标题", "问题摘要"])
def test_a_hotlines_word_for_the_summary_is_understood(heading: str):
    assert suggest_map(["编号", heading, "主要内容"]) == {"number": "编号", "summary": heading, "details": "主要内容"}


def test_questions_with_summaries_are_understood():
    assert suggest_map(["File", "CHQ", "Summary"]) == {"number": "File", "details": "CHQ", "summary": "Summary"}


@pytest.mark.parametrize("heading", ["Opened At", "opened-at", "ＯＰＥＮＥＤ＿ＡＴ", " opened_at "])
def test_case_width_and_punctuation_do_not_matter(heading: str):
    assert suggest_map([heading]) == {"opened_at": heading}


def test_what_no_field_takes_is_told():
    assert unused(BOSTON, suggest_map(BOSTON)) == ("OnTime_Status", "SUBJECT", "QUEUE", "pwd_district")


@given(st.lists(st.one_of(st.sampled_from([*BOSTON, *OPEN311, *CHINESE]), st.text(max_size=8)), max_size=12))
def test_no_heading_serves_two_fields(headings: list[str]):
    found = suggest_map(headings)
    assert len(set(found.values())) == len(found)
    assert set(found.values()) <= set(headings)
    assert set(found) <= set(FIELDS)
