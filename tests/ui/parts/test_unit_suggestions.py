import pytest

from app.models.units import Unit
from app.services import units
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.parts.unit_suggestions import hint_of, suggest_units
from tests.desk import sign_in


@pytest.fixture
def jobs(office: Office, qapp) -> Jobs:
    languages.of_app().use("en")
    sign_in(office, "li")
    office.do(units.save_unit, "H01", name="县人民医院", name_en="County Hospital", area="城关镇", handles="急诊;检验")
    return Jobs(office, executor=InlineExecutor())


@pytest.mark.parametrize("typed", ["xrm", "H01", "county", "人民"])
def test_a_unit_is_suggested_with_its_area_and_what_it_handles(jobs: Jobs, typed: str) -> None:
    (found,) = suggest_units(jobs, typed)
    assert found == ("H01", "County Hospital", "城关镇 · 急诊;检验")


def test_a_long_list_of_duties_is_cut_and_none_leaves_kind_or_code(qapp) -> None:
    languages.of_app().use("en")
    assert len(hint_of(Unit(b"", "H01", "x", handles="急诊;" * 40))) == 40
    assert hint_of(Unit(b"", "H01", "x", kind="hospital")) == "Hospital"
    assert hint_of(Unit(b"", "H01", "x")) == "H01"
