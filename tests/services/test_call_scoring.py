"""Within an hour no institution is starved, whatever was learned."""

from app.models.call_turns import Arm
from app.models.contact_chances import Chances
from app.services import call_scoring, callback_queue, callbacks
from app.store import campaigns as stored
from tests.desk import sign_in
from tests.services.drawing import drawn, frame

SLOT = 2  # noon


def test_institutions_take_turns_though_one_is_likelier(office, monkeypatch):
    sign_in(office, "li")
    frame(office)
    known = Chances({"institution=H1": 2.0}, 1000)
    monkeypatch.setattr(call_scoring, "learned", lambda _view: known)
    campaign = drawn(office, size=12)
    assert len(stored.open_cases(office.store.rows, campaign)) == 12
    places = []
    for one in office.ask(lambda view: list(call_scoring.likeliest(view, SLOT, 31))):
        sheet = office.ask(lambda view, one=one: callbacks.why_now(view, one)).sheet
        places.append(sheet.case.stratum)
    assert sorted(places) == ["H1"] * 8 + ["H2"] * 4
    assert "H2" in places[:3]  # four of twelve: one in three
    sheet = office.ask(callbacks.next_for).sheet
    assert office.ask(call_scoring.chance_now, sheet) > 0.4
    assert office.ask(call_scoring.next_arm) in set(Arm)
    office.do(callback_queue.rebuild)
