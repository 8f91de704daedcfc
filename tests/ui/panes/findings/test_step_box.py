"""A step asks for its own fields and nothing else."""

from PySide6.QtCore import Qt

from app.models.errors import FieldMissing
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.editors import CategoryEditor
from app.ui.kit.forms import Form
from app.ui.panes.findings import category_list
from app.ui.panes.findings.step_box import StepBox
from tests.desk import NOON


def test_each_step_has_fields_of_its_own(office: Office, jobs, qtbot) -> None:
    box = StepBox(jobs, office.clock.now)
    qtbot.addWidget(box)
    assert box.said() is None
    box.ask("sent", "Sent", NOON.tzinfo, {"institution": "U01", "measure": "not asked here"})
    assert box.said() == {"institution": "U01", "note": ""}
    assert box.refuse(FieldMissing(field="institution"))
    assert not box.refuse(FieldMissing(field="owner"))
    box.ask("done", "Done", NOON.tzinfo)
    assert set(box.said()) == {"evidence", "effective_on"}
    box.stop()
    assert (box.kind, box.isVisible()) == ("", False)


def test_a_category_is_typed_by_its_path_and_an_institution_by_its_name(office: Office, jobs, qtbot) -> None:
    languages.of_app().use("en")
    box = StepBox(jobs, office.clock.now)
    qtbot.addWidget(box)
    box.show()
    box.ask("new", "New finding", NOON.tzinfo)
    category = box.findChild(CategoryEditor, "findings.form.category")
    (first, *_) = category_list.categories("complaint")
    assert first.label == "Complaint"
    below = next(one for one in category_list.categories("complaint > qual") if one.label.startswith("Complaint ›"))
    qtbot.keyClicks(category, "complaint > qual")
    qtbot.keyClick(category, Qt.Key.Key_Return)
    assert (category.value(), category.text()) == (below.key, below.label)
    qtbot.keyClicks(category, "no such thing")
    box.findChild(Form).focus("note")
    assert box.said() is None
    qtbot.waitUntil(category.hasFocus)


def test_the_form_takes_no_more_than_its_least_width(office: Office, jobs, qtbot) -> None:
    box = StepBox(jobs, office.clock.now)
    qtbot.addWidget(box)
    box.ask("new", "New finding", NOON.tzinfo)
    assert box.minimumSizeHint().width() < 420
