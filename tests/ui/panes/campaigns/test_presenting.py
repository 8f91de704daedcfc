"""Every rate has its definition, and undefined ones a dash."""

from datetime import date

from app.models.campaigns import Stratum
from app.models.effort import Effort, EffortDay
from app.models.outcome_rates import OutcomeCounts, outcome_rates
from app.models.sampling import StratumDraw
from app.models.slots import Slot
from app.services.campaign_effort import Forecast
from app.services.campaign_progress import SlotContacts, StratumProgress
from app.ui.panes.campaigns import presenting, tables


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


def test_the_strata_of_a_plan_have_names_and_the_interviews_foreseen_of_their_institution():
    day = EffortDay(40, 900.0, {"H1": 90.0}, 0.0)
    forecast = Forecast(Effort(5), 150, ((date(2026, 3, 2), day),))
    strata = [StratumDraw("H1/内科", 4000, 100, 100), StratumDraw("H1/外科", 50, 60, 50), StratumDraw("H2", 9, 9, 0)]
    found = presenting.planned(strata, forecast, {"H1": "First"})
    assert [(one.name, one.size, one.weight, one.foreseen) for one in found] == [
        ("First/内科", "4,000", "40.00", "60"), ("First/外科", "50", "1.00", "30"), ("H2", "9", "–", "–"),
    ]  # fmt: skip
    assert [one.foreseen for one in presenting.planned(strata, None, {})] == ["–", "–", "–"]


def test_strata_are_called_by_the_names_of_their_institutions():
    one = StratumProgress("H1/内科", 10, 5, 5, 0, 0, 0, 0, 2.0)
    (shown,) = presenting.named([one], {"H1": "First"})
    assert shown.name == "First/内科"
    assert presenting.place_of(shown.name, {"H1": "First"}) == "H1"
    assert presenting.place_of("H9/x", {}) == "H9"


def test_institutions_in_a_row_are_joined_as_the_language_joins_them():
    names = {"H1": "First", "H2": "Second"}
    assert presenting.all_called(("H1", "H2/x"), names, "en") == "First, Second/x"
    assert presenting.all_called(("H1", "H2/x"), names, "zh_CN") == "First、Second/x"
    strata = [Stratum(f"{place}/x", 1, 1, 1) for place in ("H1", "H8", "H9", "H9")]
    assert presenting.strangers(strata, names, "en") == "H8, H9"
    assert presenting.strangers(strata, names, "zh_CN") == "H8、H9"


def test_counts_of_rates_and_strata_have_thousands_marks():
    names = {"H1": "First"}
    lines = presenting.planned([StratumDraw("H1", 40_000, 2_300, 2_300)], None, names)
    planned, strata = tables.planned(), tables.strata()
    planned.show_lines(lines)
    strata.show_lines([StratumProgress("H1", 40_000, 2_300, 2_100, 1_900, 1_200, 3, 5_400, 17.4)])
    shown = [[model.index(0, place).data() for place in range(model.columnCount())] for model in (planned, strata)]
    assert shown[0][1:4] == ["2,300", "2,300", "40,000"]
    assert shown[1][1:] == ["1,203", "1,900", "2,100", "2,300", "40,000", "5,400"]


def test_what_a_rate_divides_has_thousands_marks_and_no_more_than_two_places():
    counts = OutcomeCounts(i=1200, nc=1000, uh=99, ne=33)
    found = presenting.parts(outcome_rates(counts)["RR1"]), presenting.parts(outcome_rates(counts)["RR3"])
    assert found == ("1,200 / 2,299", "1,200 / 2,297.54")
    assert presenting.parts(outcome_rates(OutcomeCounts(uo=1))["RR5"]) == "0 / –"
