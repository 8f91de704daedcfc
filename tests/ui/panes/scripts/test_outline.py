"""The library as a tree, without Qt."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.models.script_shelf import Pin
from app.scripts_library.visibility import Standing
from app.services.reference import categories
from app.services.script_outline import ScriptLine
from app.services.script_shelf import Front
from app.ui.panes.scripts.outline import (
    ASKED,
    ENDED,
    PINNED,
    SCRIPT,
    STARRED,
    TOPIC,
    UNSORTED,
    URGENT,
    Node,
    Outline,
    outline_of,
)


def line(key: str, topic: str = "", *, urgent: bool = False, standing: Standing = Standing.LIVE) -> ScriptLine:
    return ScriptLine(key, 1, f"标题{key}", f"Title {key}", topic, standing, urgent)


def drawn(node: Node) -> list[object]:
    return [(child.label or child.kind, drawn(child)) if child.children else child.key for child in node.children]


def made(*lines: ScriptLine, language: str = "en") -> Outline:
    return outline_of(lines, categories(), language)


def test_topics_are_called_and_ordered_as_categories_are() -> None:
    tree = made(
        line("b", "appointment/outpatient"),
        line("a", "appointment/outpatient"),
        line("c", "consult/immunization/flu"),
        line("d", "consult/immunization/hpv"),
        line("e", "consult/immunization/hpv"),
    )
    assert drawn(tree.root) == [
        ("Policy consultation › Immunization", ["c", ("HPV vaccine", ["d", "e"])]),
        ("Appointment › Outpatient appointment", ["a", "b"]),
    ]


def test_a_topic_with_one_script_has_no_line_of_its_own_below_the_first_level() -> None:
    tree = made(line("a", "consult/immunization/flu"), line("b", "consult/immunization/hpv"))
    (consult,) = tree.root.children
    assert consult.label == "Policy consultation › Immunization"
    assert drawn(consult) == ["a", "b"]


def test_a_topic_that_is_no_category_is_called_by_its_own_words() -> None:
    tree = made(line("a", "travel-abroad/visa"), line("b", "travel-abroad/visa"))
    assert [child.label for child in tree.root.children] == ["Travel abroad › Visa"]


def test_urgent_scripts_stand_on_top_and_in_their_topic() -> None:
    tree = made(line("a", "complaint", urgent=True), line("b", "complaint"))
    assert [(child.kind, drawn(child)) for child in tree.root.children] == [(URGENT, ["a"]), (TOPIC, ["a", "b"])]
    assert tree.scripts == 2
    place = tree.place_of("a")
    assert place is not None
    assert tree.nodes[place.above].kind == TOPIC


def test_what_has_ended_stands_last_and_grey() -> None:
    tree = made(
        line("gone", "complaint", urgent=True, standing=Standing.WITHDRAWN),
        line("late", "complaint", standing=Standing.EXPIRED),
        line("here", "complaint"),
        line("nowhere"),
    )
    assert [child.kind for child in tree.root.children] == [TOPIC, UNSORTED, ENDED]
    assert [(leaf.key, leaf.grey) for leaf in tree.root.children[-1].children] == [("gone", True), ("late", True)]
    assert [child.count for child in tree.root.children] == [1, 1, 2]


def test_titles_are_in_the_language_asked_for() -> None:
    tree = made(line("a", "complaint"), language="zh_CN")
    assert tree.root.children[0].label == "投诉"
    assert tree.root.children[0].children[0].label == "标题a"


def test_chinese_titles_stand_in_the_order_of_their_sounds() -> None:
    titles = ("急危重症，马上呼救", "来电人说不想活了", "被狗或猫咬伤、抓伤怎么办？", "HPV疫苗几岁可以打？")
    lines = [ScriptLine(title, 1, title, "", "complaint", Standing.LIVE) for title in titles]
    (topic,) = made(*lines, language="zh_CN").root.children
    assert [child.label[0] for child in topic.children] == ["被", "H", "急", "来"]


def test_a_script_that_is_not_there_has_no_place() -> None:
    assert made(line("a")).place_of("b") is None
    assert made().scripts == 0


TOPICS = st.lists(st.sampled_from(["consult", "immunization", "hpv", "x", "y"]), max_size=4).map("/".join)


@given(st.lists(st.tuples(TOPICS, st.booleans(), st.sampled_from(Standing)), max_size=12))
def test_every_script_has_its_place_and_every_node_finds_its_way_up(made_of: list) -> None:
    lines = [
        line(str(number), topic, urgent=urgent, standing=standing)
        for number, (topic, urgent, standing) in enumerate(made_of)
    ]
    tree = made(*lines)
    assert tree.scripts == len(lines)
    for number, node in enumerate(tree.nodes):
        assert node.number == number
        assert number == 0 or tree.nodes[node.above].children[node.row] is node
    assert {node.key for node in tree.nodes if node.kind == SCRIPT} == {one.key for one in lines}


def test_what_stands_in_front_is_listed_once_more_in_its_order() -> None:
    lines = [ScriptLine(key, 1, key, key, "consult", Standing.LIVE) for key in ("a", "b", "c")]
    gone = ScriptLine("gone", 1, "gone", "gone", "consult", Standing.WITHDRAWN)
    front = Front(
        pins=(Pin("c", date(2026, 3, 9)), Pin("gone", date(2026, 3, 9))),
        stars=("b", "a", "nowhere"),
        most_asked=(("b", 9), ("c", 2)),
    )
    found = outline_of([*lines, gone], categories(), "en", front)
    groups = [(one.kind, [child.key for child in one.children]) for one in found.root.children[:3]]
    assert groups == [(PINNED, ["c"]), (STARRED, ["a", "b"]), (ASKED, ["b", "c"])]
    assert found.scripts == 4
    assert found.nodes[found.place_of("c").above].kind == TOPIC
