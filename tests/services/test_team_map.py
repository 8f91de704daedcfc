"""The map of a team: each operator with topics and the cards that come due."""

import pytest

from app.models.drill_items import DrillKind
from app.models.errors import NotAllowed
from app.services import drills, team_map
from app.services.drills import Given
from app.services.office import Office
from tests.desk import sign_in
from tests.services.examined import release, set_exam, sit


def test_the_map_knows_what_drills_and_exams_tell(office: Office) -> None:
    exam = set_exam(office)
    sit(office, exam, "wang")
    release(office, exam)
    sign_in(office, "wang")
    card = next(one for one in office.do(drills.start).value.cards if one.script == "flu")
    asked = office.ask(drills.ask, card, frozenset({DrillKind.SLOT}))
    office.do(drills.answer, Given("flu", "k1", asked.item.id, "zh", 3000, "40"))
    with pytest.raises(NotAllowed):
        office.ask(team_map.team)
    sign_in(office, "chen")
    found = office.ask(team_map.team)
    assert [one.display for one in found.members] == ["Chen", "Li", "Wang"]
    assert found.topics == ("consult/opening", "consult/vaccine")
    wang = found.members[2]
    assert sum(wang.load) == 1
    assert wang.cells["consult/opening"].competence.evidence > 0
    assert found.members[0].cells == {}
