"""Strong and weak topics of one person, and of a team for whoever trains it."""

import pytest

from app.models.drill_items import DrillKind
from app.models.errors import NotAllowed
from app.services import competence, drills
from app.services.drills import Given
from app.services.office import Office
from tests.desk import sign_in
from tests.services.drilled import FLU, OPEN, publish


@pytest.fixture
def desk(office: Office) -> Office:
    publish(office, OPEN, FLU)
    for script, text in (("open", "早上8点开门。周末不开门，急诊照常。"), ("flu", "不知道")):
        card = next(one for one in office.do(drills.start).value.cards if one.script == script)
        item = office.ask(drills.ask, card, frozenset({DrillKind.SAY})).item
        office.do(drills.answer, Given(script, card.point, item.id, "zh", 9000, text))
    return office


def test_the_weakest_topic_comes_first_and_a_drill_would_recall_today(desk: Office) -> None:
    found = desk.ask(competence.my_topics)
    assert [(one.topic, one.cards, one.recall) for one in found] == [
        ("consult/vaccine", 1, 1.0),
        ("consult/opening", 2, 1.0),
    ]
    assert found[0].competence.mean < 2 / 3 < found[1].competence.mean


def test_a_team_is_shown_to_trainers_only(desk: Office) -> None:
    wang = desk.by
    assert wang is not None
    with pytest.raises(NotAllowed):
        desk.ask(competence.team, [wang.id])
    sign_in(desk, "li")
    assert [one.topic for one in desk.ask(competence.team, [wang.id])[wang.id]] == [
        "consult/vaccine",
        "consult/opening",
    ]
