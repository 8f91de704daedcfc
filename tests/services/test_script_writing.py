"""What is wrong with a script while it is written, and how it would be read."""

from dataclasses import replace
from datetime import date

import pytest

from app.models.errors import NotAllowed, RecordGone
from app.scripts_library.emitter import emit
from app.scripts_library.script import Flow, FlowNode, Source, Variant
from app.services.office import Office
from app.services.script_imports import ScriptText, import_scripts
from app.services.script_reading import Reading
from app.services.script_writing import Checked, Written, differences_to, look_at
from tests.desk import sign_in
from tests.scripts_library.making import small

SCRIPT = small(sources=(Source("Rule 8"),), review_on=date(2030, 1, 1))


@pytest.fixture
def desk(office: Office) -> Office:
    sign_in(office, "chen")
    return office


def looked(office: Office, **written: object) -> Checked:
    return office.ask(look_at, Written(**{"script": SCRIPT, **written}))  # type: ignore[arg-type]


def test_a_sound_script_has_no_finding_and_can_be_read(desk: Office) -> None:
    found = looked(desk, reading=Reading("zh_CN"))
    assert found.findings == ()
    assert found.shown is not None
    assert [section.text for section in found.shown.sections] == ["早上8点开门。"]
    assert [fact.numbers_alone for fact in found.wordings] == ["", ""]


def test_figures_that_the_other_language_lacks_are_named_on_both_sides(desk: Office) -> None:
    variants = (Variant("zh", say="早上8点到17点。"), Variant("en", say="From 8 to 5."))
    found = looked(desk, script=replace(SCRIPT, variants=variants))
    assert [fact.numbers_alone for fact in found.wordings] == ["17", "5"]
    assert "numbers-differ" in [finding.code for finding in found.findings]


def test_a_text_that_cannot_be_read_has_its_findings_with_their_lines(desk: Office) -> None:
    found = looked(desk, text="---\nid: a\ntitle: [\n---\n")
    assert (found.script, found.shown) == (None, None)
    assert found.findings[0].line is not None


def test_a_text_that_can_be_read_is_checked_like_the_form_with_lines(desk: Office) -> None:
    text = emit(replace(SCRIPT, sources=()))
    found = looked(desk, text=text)
    assert found.script == replace(SCRIPT, sources=())
    assert [(finding.code, finding.line) for finding in found.findings] == [("source-missing", 1)]


def test_a_way_to_a_script_that_nobody_wrote_is_found(desk: Office) -> None:
    desk.do(import_scripts, [ScriptText("b.md", emit(replace(SCRIPT, key="b-1")))])
    nodes = (FlowNode("a", {"en": "?"}, goto="script:b-1"), FlowNode("b", {"en": "?"}, goto="script:c-1"))
    found = looked(desk, script=replace(SCRIPT, flow=Flow("a", nodes)))
    unknown = [finding for finding in found.findings if finding.code == "goto-script-unknown"]
    assert [(finding.place, finding.facts["key"]) for finding in unknown] == [(("flow", "nodes", "b"), "c-1")]


def test_a_script_without_a_wording_shows_nothing(desk: Office) -> None:
    assert looked(desk, script=replace(SCRIPT, variants=())).shown is None


def test_who_writes_no_scripts_checks_none(office: Office) -> None:
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        looked(office)


def test_a_script_without_a_key_is_proposed_a_free_one(desk: Office) -> None:
    desk.do(import_scripts, [ScriptText("b.md", emit(replace(SCRIPT, key="when-clinic-open")))])
    assert looked(desk, script=replace(SCRIPT, key="")).key == "when-clinic-open-2"
    assert looked(desk).key == ""


def test_a_key_that_somebody_has_used_is_no_key_for_a_new_script(desk: Office) -> None:
    desk.do(import_scripts, [ScriptText("b.md", emit(SCRIPT))])
    assert [one.code for one in looked(desk).findings] == ["key-twice"]
    found = looked(desk, base=1)
    assert (found.findings, found.newest) == ((), 1)


def test_the_newest_version_is_compared_with_what_is_written(desk: Office) -> None:
    desk.do(import_scripts, [ScriptText("b.md", emit(SCRIPT))])
    newest, differences = desk.ask(differences_to, replace(SCRIPT, owner="chen", version=7))
    assert newest.version == 1
    assert [(one.place, one.after) for one in differences] == [(("owner",), "chen")]
    with pytest.raises(RecordGone):
        desk.ask(differences_to, replace(SCRIPT, key="never"))
