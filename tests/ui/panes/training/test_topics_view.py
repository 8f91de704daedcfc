"""Topics with their share and the words that the evidence allows."""

from PySide6.QtWidgets import QProgressBar

from app.models.competence import Evidence, EvidenceSource, competence
from app.services.competence import TopicCell
from app.ui.kit.labels import Chip
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
