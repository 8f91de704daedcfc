"""Categories come with the way to them."""

from app.ui.kit import languages
from app.ui.panes.findings import category_list


def test_a_category_is_found_by_its_words_and_by_the_way_to_it() -> None:
    languages.of_app().use("en")
    assert category_list.categories("complaint")[0].label == "Complaint"
    for typed in ("complaint > qual", "complaint › qual"):
        assert any(one.label.startswith("Complaint › Quality") for one in category_list.categories(typed))
    assert category_list.categories("no such thing") == []


def test_a_category_is_found_by_the_code_that_the_list_shows() -> None:
    assert [one.key for one in category_list.categories("Complaint.quality ")] == ["complaint.quality"]
    assert {"complaint.quality", "complaint.waiting"} < {one.key for one in category_list.categories("complaint.")}
