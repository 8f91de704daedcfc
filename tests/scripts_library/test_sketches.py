import json

from hypothesis import given

from app.scripts_library.script import Flow, FlowNode, KeyPoint, Script, Source
from app.scripts_library.sketches import from_sketch, to_sketch
from tests.scripts_library.making import scripts


def through_json(script: Script) -> Script:
    return from_sketch(json.loads(json.dumps(to_sketch(script))))


@given(scripts())
def test_any_script_comes_back_as_it_was(script: Script):
    assert through_json(script) == script


def test_half_filled_rows_and_outer_blanks_come_back():
    nodes = (FlowNode("", {"zh": " 问"}), FlowNode(""))
    script = Script(
        "",
        {},
        sources=(Source(clause=" 第三条 "),),
        key_points=(KeyPoint("", {}), KeyPoint("", {})),
        flow=Flow("", nodes),
    )
    assert through_json(script) == script


def test_what_a_newer_program_wrote_is_passed_over():
    assert from_sketch({**to_sketch(Script("a", {"en": "x"})), "mood": "good"}) == Script("a", {"en": "x"})
