"""Our statistics are those of SciPy and statsmodels, extremes among them."""

import pytest

from benchmarks import agreement

SEEN = {"Wilson, low", "Newcombe, high", "Fisher", "z", "CMH", "common odds ratio, low", "Breslow-Day", "Holm", "kappa"}


def compared(cases, workers=1):
    pytest.importorskip("statsmodels", reason="needs the development extras")
    found = {one.name: one for one in agreement.compare(cases, workers=workers)}
    assert found.keys() >= SEEN
    assert [one for one in found.values() if not one.agrees] == []
    return found


def test_a_figure_that_differs_does_not_agree():
    one = agreement.Agreement("x")
    one.take(0.5, 0.5 + 1e-12)
    assert one.agrees
    one.take(0.5, 0.51)
    assert not one.agrees
    found = {}
    agreement._take(found, "undefined in both", None, float("nan"))
    agreement._take(found, "undefined in one", None, 0.5)
    assert [one.agrees for one in found.values()] == [True, False]


@pytest.mark.long
def test_ten_thousand_random_cases_agree():
    found = compared(10_000, workers=2)
    assert found["Wilson, low"].cases == 10_000


def test_every_case_of_every_block_is_compared(monkeypatch):
    pytest.importorskip("statsmodels", reason="needs the development extras")
    monkeypatch.setattr(agreement, "COMPARED", (agreement.wilson, agreement.sizes))
    monkeypatch.setattr(agreement, "BLOCK", 4)
    found = {one.name: one for one in agreement.compare(10)}
    assert found["Wilson, population, low"].cases == 10
    assert all(one.agrees for one in found.values())
