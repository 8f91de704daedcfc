"""Four quarters together say what each says alone, by how many people it had, and tell nothing that is not shown."""

import pytest

from app.models.errors import FieldInvalid
from app.models.intervals import Reliance
from app.services import campaign_rolling
from tests.desk import sign_in
from tests.services.drawing import drawn, frame
from tests.services.test_campaign_results import answered


@pytest.fixture
def quarters(office):
    sign_in(office, "li")
    frame(office)
    return [drawn(office, questionnaire="short-phone", size=6, name=name, seed=name) for name in "abcd"]


def _overall(office, quarters, place):
    found = office.ask(campaign_rolling.rolled, quarters)[place]
    return next(one for one in found if one.item == "overall")


def test_each_quarter_counts_by_its_people(office, quarters):
    for campaign, hits in zip(quarters, (27, 24, 30, 15), strict=True):
        answered(office, campaign, "H1", hits, 30)
    found = _overall(office, quarters, "H1")
    whole = (27 * 40 + 24 * 36 + 30 * 32 + 15 * 28) / 30 / (40 + 36 + 32 + 28)  # whoever is called stands in one list
    assert (found.answers, found.top, found.reliance) == (120, pytest.approx(whole), Reliance.FIRM)
    assert found.mean == round(50 + 50 * whole)  # very satisfied is 100, neither 50


def test_with_a_hidden_quarter_nothing_is_put_together_lest_other_choices_tell_it(office, quarters):
    for campaign, answers in zip(quarters, (30, 20, 20), strict=False):
        for place in ("H1", "H2"):
            answered(office, campaign, place, answers // 2, answers)
    told = _overall(office, quarters[:2], "H1")
    assert (told.top, told.mean, told.answers, told.reliance) == (None, None, 50, Reliance.WITHHELD)
    together = _overall(office, quarters[1:3], "H1")  # three such pairs would be three equations of three quarters
    assert (together.top, together.answers, together.reliance) == (None, 40, Reliance.WITHHELD)
    few = _overall(office, quarters[2:3], "H1")
    assert (few.top, few.mean, few.reliance) == (None, None, Reliance.SUPPRESSED)


def test_only_what_asked_the_same_is_put_together(office, quarters):
    other = drawn(office, questionnaire="outpatient", size=6, name="e", seed="e")
    with pytest.raises(FieldInvalid):
        office.ask(campaign_rolling.rolled, [quarters[0], other])
    with pytest.raises(FieldInvalid):
        office.ask(campaign_rolling.rolled, [])
