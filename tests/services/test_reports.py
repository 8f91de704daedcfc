"""Documents are filled with the figures of their period, in both languages, as paper and as sheets."""

from datetime import date
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from app.models.errors import NotAllowed, RecordGone
from app.models.papers import as_text
from app.models.periods import holding
from app.services import figures, kpis, report_fillings, reports
from app.services.office import Office
from tests import brute_force
from tests.desk import sign_in

# A PDF makes an application where there is none, and later tests need one with widgets.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def desk(office: Office) -> Office:
    office.do(brute_force.scatter, Random(11), 60)
    office.do(figures.catch_up)
    sign_in(office, "li")
    return office


@pytest.mark.parametrize("kind", list(reports.templates()))
def test_every_document_is_made_in_both_languages(desk: Office, kind: str) -> None:
    template = reports.templates()[kind]
    stretch = holding(template.span, date(2026, 3, 1))
    done: list[int] = []
    for language in ("en", "zh_CN"):
        made = desk.ask(reports.make, kind, stretch, language=language, told=lambda at, _all: done.append(at))
        text = as_text(made.paper)
        assert template.title.for_language(language) in text
        assert all(one.title.for_language(language) in text for one in template.sections)
        assert "{" not in text
    assert done[-1] == len(template.sections)


def test_its_kpis_are_the_figures_of_the_screen(desk: Office, tmp_path: Path) -> None:
    stretch = holding(reports.templates()["monthly"].span, date(2026, 2, 10))
    made = desk.ask(reports.make, "monthly", stretch, language="en")
    cards = [one for one in desk.ask(figures.cards, stretch) if report_fillings.is_told(one)]
    path = desk.ask(reports.save_xlsx, made, tmp_path / "x.xlsx")
    book = load_workbook(path, read_only=True)
    rows = list(book[made.sheets[0].title].iter_rows(values_only=True))
    told = [(one.figure.share, one.figure.numerator, one.figure.denominator) for one in cards]
    assert [row[2:4] for row in rows[1:]] == [one[1:] for one in told]
    shares = ["not measured" if one.kpi.subject == "call" else one.figure.share for one in cards]
    assert [row[1] for row in rows[1:]] == [one if not isinstance(one, float) else pytest.approx(one) for one in shares]
    assert desk.ask(reports.save_pdf, made, tmp_path / "x.pdf").stat().st_size > 1000


def test_what_a_person_writes_stands_in_the_place_of_the_templates_text(desk: Office) -> None:
    stretch = holding(reports.templates()["yearly"].span, date(2026, 2, 10))
    made = desk.ask(reports.make, "yearly", stretch, language="en", written={0: "We moved house."})
    assert made.paper.blocks[0].texts == ("We moved house.",)


def test_a_section_of_which_nothing_is_known_says_so(desk: Office) -> None:
    stretch = holding(reports.templates()["yearly"].span, date(2020, 1, 1))
    made = desk.ask(reports.make, "yearly", stretch, language="en")
    assert all(block.texts or block.rows for block in made.paper.blocks)


def test_only_who_supervises_makes_documents_of_a_known_kind(desk: Office) -> None:
    stretch = holding(reports.templates()["weekly"].span, date(2026, 2, 10))
    with pytest.raises(RecordGone):
        desk.ask(reports.make, "daily", stretch, language="en")
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.ask(reports.make, "weekly", stretch, language="en")
    assert len(kpis.shipped()) > 10
