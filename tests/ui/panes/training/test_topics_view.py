"""Topics with their share and the words that the evidence allows."""

from PySide6.QtWidgets import QProgressBar

from app.models.competence import Evidence, EvidenceSource, competence
from app.services.competence import TopicCell
from app.services.reference import categories
from app.ui.kit.labels import Chip, ElidedLabel
from app.ui.panes.training.asking import Topics
from app.ui.panes.training.topics_view import TopicsView


def test_topics_are_listed_with_share_and_standing(jobs, qtbot) -> None:
    made = TopicsView()
    qtbot.addWidget(made)
    assert made._empty.isVisibleTo(made)
    weak = competence([Evidence(0.2, EvidenceSource.LIVE, 0)] * 12)
    made.show_topics([TopicCell("a/b", weak, 3, 0.9), TopicCell("c", competence([]), 1, None)], {"a/b": "Vaccines"})
    assert [one.text() for one in made._area.findChildren(Chip)] == ["needs coaching", "not enough evidence"]
    assert made._area.findChildren(QProgressBar)[0].value() == round(100 * weak.mean)
    assert not made._empty.isVisibleTo(made)
    assert not made._ahead.isVisibleTo(made)


def test_what_comes_due_is_told_for_two_weeks(jobs, qtbot) -> None:
    made = TopicsView()
    qtbot.addWidget(made)
    made.take(Topics(load=(5, 2, *[1] * 12)))
    said = "Cards that come due: 5 today, 2 tomorrow, 12 in 7 days, 19 in 14 days"
    assert made._ahead.text() == said


def test_where_nothing_is_known_what_comes_due_stays_at_the_lower_edge(jobs, qtbot) -> None:
    made = TopicsView()
    qtbot.addWidget(made)
    made.take(Topics(load=(5, 2, *[1] * 12)))
    made.resize(350, 900)
    made.show()
    assert made._ahead.geometry().bottom() > 840
    assert made._ahead.height() < 60


def test_the_name_of_every_topic_has_room_in_a_small_window(jobs, qtbot) -> None:
    made = TopicsView()
    qtbot.addWidget(made)
    made.resize(350, 520)
    made.show()
    names = [one.label.for_language("en") for one in categories().by_code.values()]
    made.show_topics([TopicCell(one, competence([]), 1, None) for one in names[:30]], {})
    longest = max(names, key=len)
    made.show_topics([TopicCell(longest, competence([]), 1, None)], {})
    (label,) = made._area.findChildren(ElidedLabel)
    assert label.width() >= label.fontMetrics().horizontalAdvance(longest)
