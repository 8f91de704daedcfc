"""A document is parted between its lines; a list goes on under its headings, and no title stands alone."""

from app.models.page_parts import Part, pages_of

HEAD = (10.0, 20.0)


def test_a_list_goes_on_under_its_headings() -> None:
    lines = [Part(10.0, 20.0, HEAD, clings=True), *(Part(20.0 + 10 * one, 30.0 + 10 * one, HEAD) for one in range(5))]
    assert pages_of([Part(0.0, 10.0), *lines], 50.0) == [[(0.0, 50.0)], [HEAD, (50.0, 70.0)]]


def test_a_title_goes_to_the_page_of_what_follows_it() -> None:
    parts = [Part(0.0, 30.0), Part(30.0, 40.0, clings=True), Part(40.0, 60.0)]
    assert pages_of(parts, 50.0) == [[(0.0, 30.0)], [(30.0, 60.0)]]


def test_what_is_taller_than_a_page_is_cut_and_all_of_it_is_shown() -> None:
    assert pages_of([Part(0.0, 110.0)], 50.0) == [[(0.0, 50.0)], [(50.0, 100.0)], [(100.0, 110.0)]]
    assert pages_of([], 50.0) == []


def test_room_between_parts_makes_no_page_of_its_own() -> None:
    assert pages_of([Part(0.0, 50.0), Part(70.0, 90.0)], 50.0) == [[(0.0, 50.0)], [(70.0, 90.0)]]
