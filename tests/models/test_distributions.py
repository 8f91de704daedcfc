import math

import pytest

from app.models.distributions import chi2_tail, normal_tail, rising_root, t_of, t_tail, z_of


def test_the_normal_quantile_is_that_of_the_page():
    assert z_of() == 1.9599639845400536
    assert normal_tail(z_of()) == pytest.approx(0.05, abs=1e-12)


@pytest.mark.parametrize(
    ("statistic", "freedom", "p"),
    [
        (3.841458820694124, 1, 0.05),
        (5.991464547107979, 2, 0.05),
        (0.185219753, 2, 0.911549),
        (33.92443847, 22, 0.05),
        (20, 5, 0.0012497306),
        (2, 9, 0.991468),
        (0, 3, 1),
    ],
)
def test_the_tail_of_chi_square_agrees_with_tables(statistic, freedom, p):
    assert chi2_tail(statistic, freedom) == pytest.approx(p, abs=1e-6)


def test_an_even_chi_square_agrees_with_its_closed_form():
    for x in (0.1, 1.0, 5.0, 8.0, 40.0):
        assert chi2_tail(x, 4) == pytest.approx(math.exp(-x / 2) * (1 + x / 2), rel=1e-12)


@pytest.mark.parametrize(
    ("freedom", "t"), [(1, 12.7062047362), (5, 2.5705818366), (30, 2.0422724563), (127, 1.9788195)]
)
def test_the_quantile_of_t_agrees_with_tables(freedom, t):
    assert t_of(freedom) == pytest.approx(t, abs=1e-7)
    assert t_tail(t, freedom) == pytest.approx(0.05, abs=1e-8)


def test_a_rising_function_is_followed_to_its_root():
    assert rising_root(lambda x: x**3 - 8, 0, 10) == pytest.approx(2)
