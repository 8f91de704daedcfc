"""The demo's answers for a few weeks follow one another, one of them too late."""

from app.models.periods import Span
from app.services import demo_scripts, figures
from app.services.demo_texts import table
from app.services.office import Office
from app.store import scripts as rows_of
from tests.desk import sign_in


def test_each_version_is_published_in_time_but_one(office: Office) -> None:
    trainer = sign_in(office, "chen")
    assert office.do(demo_scripts.fill, trainer).value == 9
    for notice in table("notices")["notices"]:
        found = rows_of.versions_of(office.store.rows, notice["id"])
        assert [(one.number, one.state) for one in found] == [(number, "approved") for number in (1, 2, 3)]
    sign_in(office, "li")
    office.do(figures.catch_up)
    month = office.ask(figures.current, Span.MONTH)
    (told,) = office.ask(figures.cards, month, trend=4, only=("scripts_renewed",))
    renewed = [sum(getattr(one, part) for _, one in told.trend) for part in ("numerator", "denominator")]
    assert renewed == [5, 6]
