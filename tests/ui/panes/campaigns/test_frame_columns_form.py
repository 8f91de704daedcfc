"""What is understood is chosen already; what a person says goes before it."""

from pathlib import Path

from app.models.frames import FrameKind
from app.services.frame_sheets import FrameLook
from app.ui.kit import languages
from app.ui.panes.campaigns.frame_columns_form import FrameColumnsForm


def look(path="spring.csv", **chosen):
    return FrameLook(Path(path), "", (), "utf-8", (), 0, ("Name", "Mobile", "Other"), chosen, FrameKind.OUTPATIENT)


def test_headings_that_are_understood_are_chosen(jobs, qtbot):
    made = FrameColumnsForm()
    qtbot.addWidget(made)
    made.ask(look(name="Name", phone="Mobile"), {"H1": "First"})
    told = made.wishes()
    assert (told.name, told.kind, told.source) == ("spring", FrameKind.OUTPATIENT, "spring.csv")
    assert told.columns == {"name": "Name", "phone": "Mobile"}
    assert (told.any_institution, told.fill_down, told.institution) == (False, False, "")


def test_what_was_said_stays_while_the_headings_are_looked_for(jobs, qtbot):
    made = FrameColumnsForm()
    qtbot.addWidget(made)
    made.ask(look(), {"H1": "First"})
    assert not made.problems()
    made.about.set_values({"name": "", "institution": "H1", "any": "yes", "fill": "yes"}, clear=False)
    assert made.problems()
    made.about.set_values({"name": "Q1"}, clear=False)
    made.map.set_values({"phone": "Other"}, clear=False)
    made.ask(look(phone="Mobile"), {"H1": "First"})
    told = made.wishes()
    assert (told.name, told.institution, told.any_institution, told.fill_down) == ("Q1", "H1", True, True)
    assert told.columns == {"phone": "Mobile"}
    languages.of_app().use("zh_CN")
    made.retranslate()
    assert made.about.editor("fill").itemText(1) != "Refuse the rows"
