"""What the pane asks in one go: topics with their names, and a search as in a call."""

from app.services.office import Office
from app.ui.panes.training import asking


def test_topics_have_the_names_of_their_categories() -> None:
    assert asking.topic_name("consult/vaccine", "en") != "consult/vaccine"
    assert asking.topic_name("nowhere/at/all", "en") == "nowhere/at/all"

    names = asking.topic_names(("consult/opening", "consult/vaccine", "nowhere/at/all"), "en")
    assert names["consult/vaccine"].endswith(" · consult/vaccine")
    assert names["nowhere/at/all"] == "nowhere/at/all"


def test_a_search_finds_scripts_by_what_is_typed(desk: Office) -> None:
    assert desk.ask(asking.found, "flu", "en")[0] == ("flu", "Flu vaccine")
    assert desk.ask(asking.look)
    assert desk.ask(asking.topics, "en").cells == ()
