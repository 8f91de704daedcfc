"""All institutions at once: the published vector, and nothing from one alone."""

import pytest

from app.models.comparisons import before_after
from app.services.campaign_pooled import pooled
from app.services.campaign_results import Compared


def _one(name, before, after, *, enough=True):
    return Compared(name, before, after, before_after(before, after) if enough else None, None, None, None, False)


def test_each_institution_is_its_own_control():
    rows = [_one("H1", (80, 100), (88, 100)), _one("H2", (160, 200), (180, 200)), _one("H3", (40, 50), (45, 50))]
    found = pooled([*rows, _one("H4", (1, 5), (5, 5), enough=False)])
    assert found.institutions == 3
    assert found.test.statistic == pytest.approx(11.964182, abs=1e-6)
    assert found.odds.estimate == pytest.approx(2.114865, abs=1e-6)
    assert found.same.p == pytest.approx(0.911549, abs=1e-6)


def test_one_institution_is_not_pooled():
    assert pooled([_one("H1", (80, 100), (88, 100)), _one("H2", (1, 2), (2, 2), enough=False)]) is None
