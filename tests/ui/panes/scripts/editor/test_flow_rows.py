"""Nodes and answers as rows."""

from app.scripts_library.script import FlowNode, Option
from app.ui.panes.scripts.editor.flow_rows import NODES, OPTIONS

NODE = FlowNode("n1", {"zh": "几岁", "en": "Age", "es": "Edad"}, (Option({}, "n2"),), "k1", {"zh": "说"}, "end")
OPTION = Option({"zh": "是", "en": "Yes", "es": "Sí"}, "n2")


def test_answering_each_field_as_it_stands_changes_nothing() -> None:
    for kind, row in ((NODES, NODE), (OPTIONS, OPTION)):
        for name, value in kind.read(row).items():
            assert kind.write(row, name, value) == row, name


def test_every_field_is_read() -> None:
    for kind, row in ((NODES, NODE), (OPTIONS, OPTION)):
        assert {field.name for field in kind.fields} == set(kind.read(row))


def test_a_node_says_what_it_asks_and_where_it_leads() -> None:
    assert NODES.says(NODE) == ("n1 · 几岁", "→ n2, end", "")
    assert NODES.says(FlowNode("n2", say_point="k1")) == ("n2 · k1", "", "")
    assert NODES.says(FlowNode("n3", options=(Option({}, ""),))) == ("n3 · –", "→ ?", "")


def test_an_answer_says_its_words_and_its_way() -> None:
    assert OPTIONS.says(OPTION) == ("是 / Yes", "", "→ n2")
    assert OPTIONS.says(OPTIONS.blank(())) == ("–", "", "→ ?")


def test_a_blank_node_has_a_free_name() -> None:
    assert NODES.blank((NODE,)).id == "n2"
