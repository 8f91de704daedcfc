"""A bright English window, and a script as it is opened for a caller."""

from collections.abc import Iterator
from datetime import date

import pytest

from app.services.script_reading import Blank, OpenScript, Piece, Point, ReadSection
from app.ui.kit import languages, theme
from tests.ui.notice_desk import jobs, one_change, one_urgent, shown, watch  # noqa: F401 - fixtures

OPENED = OpenScript(
    "hpv-ages",
    2,
    "What ages can have the HPV vaccine?",
    "en",
    (
        ReadSection("say", (Piece("Go to "), Piece("{clinic}", "clinic", missing=True), Piece(" at 9 to 45."))),
        ReadSection("if_asked", (Piece("Men may have it.\n\n- bring the card\n- come early"),)),
        ReadSection("record", (Piece("Age."),)),
    ),
    points=(Point("k1", "ages 9 to 45", critical=True), Point("k2", "earlier is better")),
    blanks=(Blank("clinic", ("North", "South"), required=True), Blank("clinic_phone", value="12320")),
    languages=("zh_CN", "en"),
    has_plain=True,
    sources=("Rule 8 https://example.org/8",),
    review_on=date(2027, 6, 30),
    must_not_say=("guaranteed",),
    dialect_notes={"Cantonese": "ask which shot"},
)


@pytest.fixture(autouse=True)
def english(qapp) -> Iterator[None]:
    """Each test begins in English and leaves it so."""
    theme.of_app().apply(mode="light")
    languages.of_app().ensure("en")
    yield
    theme.of_app().apply(mode="light")
    languages.of_app().ensure("en")


@pytest.fixture
def opened() -> OpenScript:
    """A script with everything that a reader can show."""
    return OPENED
