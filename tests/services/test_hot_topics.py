"""A topic that many ask about this week is hot; its examples name nobody."""

from datetime import timedelta

import pytest

from app.models.errors import NotAllowed
from app.models.hot_topics import Rise
from app.models.journal import Value
from app.models.periods import Span, Stretch
from app.services import figures, hot_topics
from app.services.hot_topics import Hot, HotTopic
from app.services.office import Office, Work
from tests.desk import NOON, sign_in
from tests.services.drilled import FLU, publish


def _open(work: Work, weeks: int, category: str, summary: str, count: int) -> None:
    for place in range(count):
        opened = NOON - timedelta(weeks=weeks, minutes=place)
        values: dict[str, Value] = {
            "number": "X", "opened_at": opened.isoformat(), "state": "closed", "category": category,
            "summary": f"{summary} 138001380{place % 10:02}", "urgency": "normal",
        }  # fmt: skip
        work.tx.add("inquiry", values)


@pytest.fixture
def week(office: Office) -> Stretch:
    """Eight weeks of few questions, and one in which many ask about the flu vaccine."""
    for weeks in range(1, 9):
        office.do(_open, weeks, "consult.immunization.flu", "Where is the flu vaccine", 3)
        office.do(_open, weeks, "complaint.fees", "Too expensive", 6)
    office.do(_open, 0, "consult.immunization.flu", "我叫王小明，哪里打甲流疫苗", 25)
    office.do(_open, 0, "complaint.fees", "Too expensive", 6)
    office.do(figures.catch_up)
    return office.ask(figures.current, Span.WEEK)


def test_what_rises_is_told_with_examples_that_name_nobody(office: Office, week: Stretch) -> None:
    found = office.ask(hot_topics.hot, week)
    (topic,) = found.topics
    assert (topic.rise.key, topic.rise.count, found.looked_at) == ("consult.immunization.flu", 25, 2)
    assert topic.script == ""
    assert topic.examples
    assert not any("王小明" in text or "1380013" in text for text in topic.examples)
    assert "打甲流疫苗" in {one.key[-5:] for one in found.words}  # pairs of signs that stand together are one word


def test_what_was_before_the_first_inquiry_is_no_past(office: Office) -> None:
    office.do(_open, 2, "consult.immunization.flu", "Where is the flu vaccine", 9)
    office.do(_open, 1, "consult.immunization.flu", "Where is the flu vaccine", 9)
    office.do(_open, 0, "consult.immunization.flu", "Where is the flu vaccine", 9)
    office.do(figures.catch_up)
    week = office.ask(figures.current, Span.WEEK)
    found = office.ask(hot_topics.hot, week)
    assert (found.topics, found.words, found.before) == ((), (), 2)
    assert office.ask(hot_topics.hot, week.former(2)) == Hot((), (), 0, 0)


def test_a_quiet_week_has_nothing_hot(office: Office, week: Stretch) -> None:
    assert office.ask(hot_topics.hot, week.former()).topics == ()
    sign_in(office, "admin")
    with pytest.raises(NotAllowed):
        office.ask(hot_topics.hot, week)


def test_a_topic_is_led_to_the_title_of_its_answer(office: Office) -> None:
    publish(office, FLU)
    sign_in(office, "li")
    topics = tuple(HotTopic(Rise(key, 9, 1.0, 0.0), (), key) for key in ("flu", "gone", ""))
    found = Hot(topics, (), 3, hot_topics.BEFORE)
    assert office.ask(hot_topics.script_titles, found, "en") == {"flu": "Flu vaccine"}
    assert office.ask(hot_topics.script_titles, found, "zh_CN") == {"flu": "流感疫苗"}
