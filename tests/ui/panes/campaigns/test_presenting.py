"""Every rate has its definition, and undefined ones a dash."""

from app.models.outcome_rates import OutcomeCounts, outcome_rates
from app.models.slots import Slot
from app.services.campaign_progress import SlotContacts, StratumProgress
from app.ui.panes.campaigns import presenting


def test_every_rate_is_defined():
    told = {name: presenting.definition(name) for name in outcome_rates(OutcomeCounts(1))}
    assert told["RR1"] == "I / (I+P+R+NC+O+UH+UO)"
    assert told["RR4"] == "(I+P) / (I+P+R+NC+O+e(UH+UO))"
    assert told["COOP3"] == "I / (I+P+R)"
    assert told["LOC2"] == "(I+P+R+O+NC) / (I+P+R+NC+O+e(UH+UO))"
    assert len(told) == 18
    assert presenting.definition("HCAHPS")


def test_shares_and_cells_without_dials_are_dashes():
    assert [presenting.percent(one) for one in (None, 0.1234)] == ["–", "12.3 %"]
    cells = presenting.heat([SlotContacts(2, Slot.EVENING, 4, 1)])
    assert len(cells) == 35
    assert [one.share for one in cells if one.share is not None] == [0.25]
    assert [presenting.weekday(0, "en"), presenting.weekday(6, "zh_CN")] == ["Mon", "周日"]


def test_strata_are_called_by_the_names_of_their_institutions():
    one = StratumProgress("H1/内科", 10, 5, 5, 0, 0, 0, 0, 2.0)
    (shown,) = presenting.named([one], {"H1": "First"})
    assert shown.name == "First/内科"
    assert presenting.place_of(shown.name, {"H1": "First"}) == "H1"
    assert presenting.place_of("H9/x", {}) == "H9"
