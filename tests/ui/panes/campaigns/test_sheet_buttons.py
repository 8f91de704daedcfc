"""Only what can be done with sheets now is offered."""

from app.models.interview_records import SurveyMode
from app.ui.kit import languages
from app.ui.panes.campaigns.sheet_buttons import SheetButtons


def test_what_is_open_is_offered_in_the_words_of_the_window(qtbot):
    languages.of_app().use("en")
    made = SheetButtons()
    qtbot.addWidget(made)
    made.offer(begun=False, left=2, other=SurveyMode.FACE_TO_FACE, may_go_back=False)
    assert [one.isHidden() for one in (made.start, made.go_on, made.mode, made.done)] == [False, False, True, True]
    assert made.go_on.text() == "Go on with a sheet (2 left)"
    made.offer(begun=True, left=2, other=SurveyMode.FACE_TO_FACE, may_go_back=True)
    assert [one.isHidden() for one in (made.start, made.go_on, made.mode, made.done)] == [True, True, False, False]
    assert (made.mode.text(), made.back.isEnabled()) == ("It was: Face to face", True)
    languages.of_app().use("zh_CN")
    made.retranslate()
    assert made.mode.text().startswith("应为：")
    languages.of_app().use("en")
