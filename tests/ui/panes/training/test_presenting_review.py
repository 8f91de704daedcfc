"""Quality review in words."""

from app.models.evaluations import Agreement, ErrorClass, ErrorFound, SampleKind
from app.models.intervals import wilson
from app.services import evaluations
from app.services.evaluations import Figures
from app.ui.panes.training import presenting_review
from app.ui.panes.training.presenting import Ink

WORDS = {"agree": "{count}: {kappa} {critical}", "little": "again", "rewrite": "anew: {items}"}
INK = Ink("#1", "#2", "#3", "#4")


def test_kinds_of_samples_stand_apart_and_minor_errors_are_no_accuracy() -> None:
    accuracy = {
        (SampleKind.RANDOM, ErrorClass.CUSTOMER): wilson(9, 10),
        (SampleKind.RISK, ErrorClass.CUSTOMER): wilson(1, 2),
        (SampleKind.RANDOM, ErrorClass.MINOR): wilson(1, 10),
    }
    found = Figures(accuracy, {}, Agreement(3, 0.9, 0.71, 1.0))
    text = presenting_review.figures_text(found, evaluations.sheet(), "en", WORDS)
    assert text.startswith("3: 0.71 100 % · random, harms the caller: 90 %")
    assert text.count("·") == 2


def test_evaluators_who_differ_are_told_to_calibrate_or_to_write_the_item_anew() -> None:
    both = Agreement(4, 0.9, None, 0.8, {"empathy": (3, 4), "courtesy": (1, 4)})
    text = presenting_review.figures_text(Figures({}, {}, both), evaluations.sheet(), "en", WORDS)
    assert text == "4: – 80 % (again) · anew: Shows understanding"


def test_an_error_says_its_class_its_point_and_what_was_wrong() -> None:
    error = ErrorFound(ErrorClass.COMPLIANCE, "said a name", "open", "k1")
    assert presenting_review.error_text(error, "en") == "breaks a rule · open/k1: said a name"
    assert presenting_review.percent(None) == "–"
    assert "&lt;" in presenting_review.reason_html("<", INK, "Appeal:")
