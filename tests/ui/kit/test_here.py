import pytest
from PySide6.QtCore import QLocale

from app.ui.kit import here


class ComputersLocale(QLocale):
    """The locale of a computer that somebody has set so."""

    set_so = ""

    @classmethod
    def system(cls) -> QLocale:
        return QLocale(cls.set_so)


@pytest.mark.parametrize(("locale", "code"), [("en_US", "US"), ("de_AT", "AT"), ("C", "")])
def test_the_country_is_the_one_that_the_locale_names(monkeypatch, locale: str, code: str) -> None:
    monkeypatch.setattr(ComputersLocale, "set_so", locale)
    monkeypatch.setattr(here, "QLocale", ComputersLocale)
    assert here.country() == code


@pytest.mark.parametrize(
    ("kept", "zone"),
    [
        *(("America/Chicago", "America/Chicago"), ("Asia/Shanghai", "Asia/Shanghai")),
        *(("Etc/UTC", ""), ("UTC", ""), ("GMT", ""), ("Etc/GMT", ""), ("Zulu", ""), ("Nowhere/At-All", "")),
    ],
)
def test_the_time_zone_is_that_of_a_place(monkeypatch, kept: str, zone: str) -> None:
    monkeypatch.setenv("TZ", kept)
    assert here.time_zone() == zone
