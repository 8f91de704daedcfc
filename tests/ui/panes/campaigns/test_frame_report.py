"""Every refused row is told with its reason; choosing a reason shows its rows only."""

from app.models.frames import FrameField, FrameKind, FrameReason
from app.services.frame_rows import FrameRefusal, FrameRemark
from app.services.frames import ReadFrame
from app.ui.kit import languages
from app.ui.panes.campaigns.frame_report import FrameReport

REFUSED = (
    FrameRefusal(3, FrameField.PHONE, FrameReason.PHONE_BAD, "12"),
    FrameRefusal(5, FrameField.PHONE, FrameReason.PHONE_BAD, "ab"),
    FrameRefusal(9, FrameField.INSTITUTION, FrameReason.INSTITUTION_MISSING),
)


def test_reasons_narrow_the_rows(jobs, qtbot):
    made = FrameReport(jobs)
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    made.show_found(ReadFrame("Q1", FrameKind.INPATIENT, "a.csv", "ab12", (), 7, 6, REFUSED))
    assert made.said.text().startswith("7 rows taken, 3 refused; 6 contact groups")
    assert (made.reasons.rowCount(), made.rows.rowCount()) == (2, 3)
    assert "correct it" in made.reasons.index(0, 1).data()
    assert made.mend.text() == "this is no telephone number: correct it"
    made.reasons_view.select(1)
    assert "let empty ones take what stands above" in made.mend.text()
    assert [made.rows.index(0, place).data() for place in range(2)] == ["9", "Institution"]
    assert made.rows.rowCount() == 1


def test_what_concerns_the_whole_table_is_told_with_its_place(jobs, qtbot):
    made = FrameReport(jobs)
    qtbot.addWidget(made)
    remarks = (
        FrameRemark(FrameReason.ZEROS_LOST, FrameField.ENCOUNTER, 4, "61234", 1200),
        FrameRemark(FrameReason.DIAGNOSES_UNCODED, FrameField.DIAGNOSIS),
    )
    made.show_found(ReadFrame("Q1", FrameKind.INPATIENT, "a.csv", "ab12", (), 7, 6, (), remarks))
    _, zeros, diagnoses, _ = made.said.text().splitlines()
    assert zeros.startswith("Encounter number, 1,200 rows, first in row 4 (61234): ")
    assert "export again" in zeros
    assert diagnoses.startswith("most rows of the column of diagnoses")
    assert made.save_button.isVisibleTo(made)


def test_how_many_rows_are_to_be_mended_is_told_beside_those_who_are_not_to_be_asked(jobs, qtbot):
    made = FrameReport(jobs)
    qtbot.addWidget(made)
    died = FrameRefusal(12, FrameField.LEFT_AS, FrameReason.DIED, "死亡")
    made.show_found(ReadFrame("Q1", FrameKind.INPATIENT, "a.csv", "ab12", (), 7, 6, (died,)))
    assert "1 of them are people who are not to be asked (Deceased 1), 0 are to be mended" in made.said.text()
    made.show_found(ReadFrame("Q1", FrameKind.INPATIENT, "a.csv", "ab12", (), 7, 6, (*REFUSED, died)))
    assert "(Deceased 1), 3 are to be mended" in made.said.text()


def test_those_who_are_not_to_be_asked_stand_in_a_row_as_the_language_writes_it(jobs, qtbot):
    languages.of_app().use("zh_CN")
    made = FrameReport(jobs)
    qtbot.addWidget(made)
    away = (FrameReason.DIED, FrameReason.DUPLICATE)
    refused = tuple(FrameRefusal(12, FrameField.ROW, reason) for reason in away)
    made.show_found(ReadFrame("Q1", FrameKind.INPATIENT, "a.csv", "ab12", (), 7, 6, refused))
    assert "已故 1、重复人员 1" in made.said.text()
