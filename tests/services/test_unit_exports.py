import pytest

from app.models.errors import NotAllowed
from app.services import unit_exports, units
from app.services.office import Office
from app.services.units import RowResult
from tests.desk import sign_in


def test_what_is_exported_is_read_back_unchanged(office: Office) -> None:
    sign_in(office, "li")
    known = {
        "name": "县人民医院",
        "email": "a@b.example",
        "leader": "王局",
        "calendar": "county-center",
        "on_system": True,
    }
    office.do(units.save_unit, "H01", **known)
    office.do(units.save_unit, "H02", name="中医院", active=False)
    found = office.ask(unit_exports.export_units)
    rows = [(place, row) for place, row in enumerate(found.dicts(), start=2)]
    report = office.do(units.import_units, rows, units.guess_columns(found.columns)).value
    assert report.count(RowResult.UNCHANGED) == 2
    assert rows[0][1]["on_system"] == rows[0][1]["active"] == "yes"


def test_only_who_exports_records_takes_the_directory_out(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.ask(unit_exports.export_units)
