from app.scripts_library.findings import Level, at_line, error, has_errors, line_of, located, warning


def test_a_finding_takes_the_line_of_the_nearest_known_place():
    lines = {("flow",): 4, ("flow", "nodes", "n1"): 9}
    assert line_of(("flow", "nodes", "n1", "goto"), lines) == 9
    assert line_of(("flow", "start"), lines) == 4
    assert line_of(("title",), lines) is None
    assert line_of(("title",), {(): 1}) == 1


def test_a_line_that_is_known_is_kept():
    finding = located(at_line(3, error("x", "flow")), {("flow",): 4}, "a.md")
    assert (finding.line, finding.source) == (3, "a.md")


def test_a_source_that_is_known_is_kept():
    assert located(located(error("x"), {}, "a.md"), {}, "b.md").source == "a.md"


def test_facts_are_texts_and_places_are_readable():
    finding = error("x", "flow", "nodes", node=7)
    assert finding.facts == {"node": "7"}
    assert finding.where() == "flow.nodes"


def test_a_warning_is_no_error():
    assert warning("x").level is Level.WARNING
    assert not has_errors((warning("x"),))
    assert has_errors((warning("x"), error("y")))
