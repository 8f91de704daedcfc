"""A trainer writes a script, a second person approves it, an operator finds it: through the whole window."""

from pathlib import Path
from typing import Any

from app.models.script_life import ScriptStep
from app.services.office import Office
from app.services.scripts import versions_of
from tests.journeys.whole_window import Operator, Station, whole_window


def writes_a_script(person: Operator) -> None:
    person.gives("scripts.find")
    person.until(person.window.desk.panes.pane("scripts").can_write)
    person.gives("scripts.new")
    editor = person.window.desk.panes.pane("scripts").editing.editor
    form = editor.pages.about.form
    for name, text in (("title_en", "Lost health card"), ("title_zh", "健康卡丢了")):
        # Typed letter by letter a test can only type ASCII.
        form.editor(name).insert(text)
        form.editor(name).textEdited.emit(text)
    for place, text in ((0, "请到任一窗口补办。"), (1, "Go to any desk for a new one.")):
        editor.pages.wording.go_to(place)
        editor.pages.wording.body.texts["say"].insertPlainText(text)
    editor.pages.basis.editors["sources"].add()
    person.qtbot.keyClicks(editor.pages.basis.editors["sources"].form.editor("doc"), "Rule 8")
    person.until(editor.can_submit)
    person.gives("scripts.editor.submit")
    person.until(lambda: not person.window.desk.panes.pane("scripts").editing.is_open)
    person.rests()


def approves(person: Operator, key: str) -> None:
    person.gives("scripts.find")
    pane = person.window.desk.panes.pane("scripts")
    pane.show_script(key)
    person.rests()
    person.until(lambda: pane.desk.facts.life.life is not None)
    button = pane.desk.facts.life.buttons[ScriptStep.APPROVE]
    assert not button.isHidden()
    button.click()
    person.rests()


def test_what_one_wrote_and_another_approved_is_found_by_a_third(qtbot: Any, office: Office, tmp_path: Path) -> None:
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as person:
        person.signs_in("chen")
        writes_a_script(person)
        person.leaves()
        person.signs_in("li")
        approves(person, "lost-health-card")
        assert office.ask(versions_of, "lost-health-card")[0].standing == "live"
        person.leaves()
        person.signs_in("wang")
        person.gives("scripts.find")
        pane = person.window.desk.panes.pane("scripts")
        pane.desk.library.box.setText("jkk")
        person.until(lambda: [line.key for line in pane.desk.library.hits.lines] == ["lost-health-card"])
