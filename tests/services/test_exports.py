"""What is exported is everything that was asked for, and the import reads it back."""

from datetime import timedelta

import pytest

from app.models.contacts import Outcome
from app.models.errors import FieldInvalid, NotAllowed
from app.services import contacts, exports, import_columns, imports, inquiries, units
from app.services.inquiries import Wanted
from app.services.office import Office
from tests.desk import NOON, draft, sign_in

CATEGORY = "consult.immunization.hpv"


@pytest.fixture
def desk(office: Office) -> Office:
    """A supervisor's desk with one dispatched and one answered inquiry."""
    due_at = NOON + timedelta(days=2)
    for number, outcome in (("13812345678", Outcome.DISPATCH), ("13912345678", Outcome.ANSWERED)):
        given = draft(number=number, category=CATEGORY, unit="CDC", due_at=due_at, area="城关镇")
        office.do(contacts.finalize, office.do(contacts.start, given).value, outcome)
    sign_in(office, "li")
    office.do(units.save_unit, "CDC", name="县疾控中心", name_en="County CDC")
    return office


def told(desk: Office, **asked: object) -> list[dict[str, str]]:
    return list(desk.ask(exports.export_inquiries, **asked).dicts())  # type: ignore[arg-type]


def test_every_column_is_told_in_codes(desk: Office) -> None:
    dispatched, answered = sorted(told(desk), key=lambda row: row["phone"])
    assert (dispatched["state"], answered["state"]) == ("dispatched", "closed")
    assert (dispatched["category"], dispatched["unit"], dispatched["area"]) == (CATEGORY, "CDC", "城关镇")
    assert (dispatched["caller"], dispatched["phone"], dispatched["owner"]) == ("张三", "+8613812345678", "Wang")
    assert dispatched["opened_at"] == "2026-03-02T12:00:00+08:00"
    assert tuple(dispatched) == exports.COLUMNS


def test_labels_stand_for_codes_in_the_language_asked_for(desk: Office) -> None:
    rows = told(desk, columns=("channel", "category", "unit", "state"), language="zh_CN", wanted=Wanted("vaccine"))
    assert {row["channel"] for row in rows} == {"来电"}
    assert {row["category"] for row in rows} == {"政策咨询 › 预防接种 › HPV疫苗"}
    assert {row["unit"] for row in rows} == {"县疾控中心"}
    assert {row["state"] for row in rows} == {"已派单", "已办结"}


def test_open311_names_tell_nothing_of_the_caller(desk: Office) -> None:
    rows = told(desk, open311=True)
    assert tuple(rows[0]) == exports.OPEN311
    assert sorted(row["status"] for row in rows) == ["closed", "open"]
    assert rows[0]["service_code"] == CATEGORY
    assert rows[0]["agency_responsible"] == "County CDC"
    assert not any("138" in text or "张" in text for row in rows for text in row.values())


def test_an_export_is_read_back_as_it_was(desk: Office) -> None:
    before = told(desk)
    column_map = import_columns.suggest_map(exports.COLUMNS)
    column_map["channel"] = "channel"
    report = desk.do(imports.import_inquiries, list(enumerate(before, 2)), column_map, source="copy").value
    assert (len(report.added), report.refused, report.remarks) == (len(before), (), ())
    copies = [row for row in told(desk) if row["source"] == "copy"]
    left_out = {"owner", "source"}
    for one, copy in zip(_sorted(before), _sorted(copies), strict=True):
        assert {name: text for name, text in one.items() if name not in left_out} == {
            name: text for name, text in copy.items() if name not in left_out
        }


def _sorted(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return sorted(rows, key=lambda row: row["number"])


def test_an_unknown_column_and_a_missing_permission_are_refused(desk: Office) -> None:
    with pytest.raises(FieldInvalid):
        told(desk, columns=("number", "shoe size"))
    sign_in(desk, "wang")
    assert desk.ask(inquiries.list_page, Wanted()).rows
    with pytest.raises(NotAllowed):
        told(desk)
