from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.ui.kit.fields import Field, Option
from app.ui.kit.form_row import FormRow
from app.ui.kit.forms import Form
from app.ui.kit.type_ahead import Suggestion

NOW = datetime(2026, 3, 5, 8, 30, tzinfo=UTC)
CATEGORIES = [Suggestion("vac", "Vaccination", "疫苗"), Suggestion("lab", "Lab result", "化验")]


def suggest(text):
    return [one for one in CATEGORIES if text.lower() in one.label.lower() or text == one.key]


def now():
    return NOW


FIELDS = (
    Field("summary", "text", {"en": "Summary", "zh_CN": "摘要"}, required=True, max_length=20),
    Field("details", "long_text", "Details"),
    Field(
        "channel",
        "choice",
        "Channel",
        options=(Option("phone", "Phone"), Option("mail", {"en": "Mail", "zh_CN": "邮件"})),
    ),
    Field("fever", "tri_state", {"en": "Fever?", "zh_CN": "发热吗？"}, required=True),
    Field("days", "number", "Days of fever", visible_when={"fever": "yes"}, required=True),
    Field("since", "date", "Since", visible_when={"fever": ("yes", "no")}),
    Field("due", "datetime", "Due"),
    Field("number", "phone", "Number"),
    Field("category", "category", "Category", suggest=suggest),
    Field("tags", "tags", "Tags", suggest=suggest),
)
EMPTY = {
    "summary": "",
    "details": "",
    "channel": "",
    "fever": "not_asked",
    "due": None,
    "number": "",
    "category": "",
    "tags": (),
}


@pytest.fixture
def form(qtbot):
    form = Form(FIELDS, name="intake", clock=now, zone=UTC)
    qtbot.addWidget(form)
    form.show()
    return form


def test_an_empty_form_says_not_asked_and_leaves_out_what_is_not_asked(form):
    assert form.values() == EMPTY


def test_values_come_back_as_they_were_set(form):
    values = EMPTY | {"summary": "咳嗽 🤒", "channel": "mail", "fever": "yes", "days": 2, "since": date(2026, 3, 1)}
    values |= {"due": NOW, "number": "+86 10 1234", "category": "vac", "tags": ("a", "b"), "details": "שלום\nsecond"}
    form.set_values(values)
    assert form.values() == values


def test_setting_values_is_not_an_edit(form, qtbot):
    with qtbot.assertNotEmitted(form.changed):
        form.set_values(
            {"summary": "x", "fever": "no", "tags": ("a",), "details": "y", "category": "vac", "channel": "phone"}
        )


def test_values_that_are_not_named_are_emptied_so_that_no_former_text_stays(form):
    form.set_values({"summary": "first caller"})
    form.set_values({"number": "12320"})
    assert form.value("summary") == ""


def test_each_keystroke_is_told(form, qtbot):
    edits = []
    notes = _Notes(edits)
    form.changed.connect(notes.take)
    qtbot.keyClicks(form.editor("summary"), "ab")
    qtbot.keyClicks(form.editor("details"), "c")
    qtbot.keyClick(form.editor("fever"), Qt.Key.Key_N)
    assert edits == [("summary", "a"), ("summary", "ab"), ("details", "c"), ("fever", "no")]


class _Notes:
    def __init__(self, edits):
        self.edits = edits

    def take(self, name, value):
        self.edits.append((name, value))


def test_a_field_appears_when_it_is_asked_and_keeps_its_answer_when_hidden(form, qtbot):
    assert not form.editor("days").isVisible()
    qtbot.keyClick(form.editor("fever"), Qt.Key.Key_Y)
    assert form.editor("days").isVisible()
    qtbot.keyClicks(form.editor("days"), "3")
    qtbot.keyClick(form.editor("fever"), Qt.Key.Key_Backspace)
    assert "days" not in form.values()
    qtbot.keyClick(form.editor("fever"), Qt.Key.Key_Y)
    assert form.values()["days"] == 3


def test_a_field_that_is_not_asked_is_made_when_it_is_asked_where_it_stands(form, qtbot):
    form.set_values({"days": None})
    assert (form.findChild(FormRow, "days"), form.value("days")) == (None, None)
    with qtbot.waitSignal(form.made):
        qtbot.keyClick(form.editor("fever"), Qt.Key.Key_Y)
    above, row, below = (form.findChild(FormRow, name) for name in ("fever", "days", "since"))
    assert row.isVisible()
    assert above.y() < row.y() < below.y()
    assert row.findChild(QLabel).text() == "Days of fever *"


def test_a_field_that_is_filled_before_it_is_asked_comes_with_its_value(form, qtbot):
    form.set_values({"since": date(2026, 3, 1)})
    assert not form.findChild(FormRow, "since").isVisible()
    qtbot.keyClick(form.editor("fever"), Qt.Key.Key_N)
    assert form.values()["since"] == date(2026, 3, 1)


def test_missing_names_required_fields_that_are_asked_and_empty(form):
    assert form.missing() == ["summary", "fever"]
    form.set_values({"summary": "x", "fever": "yes"})
    assert form.missing() == ["days"]
    assert form.missing(["category", "days"]) == ["days", "category"]


def test_no_is_an_answer(form):
    form.set_values({"summary": "x", "fever": "no"})
    assert form.missing() == []


def test_an_error_stands_beside_its_field_until_the_field_is_edited(form, qtbot):
    form.set_error("summary", "Say in a few words what it is about")
    assert form.editor("summary").accessibleDescription() == "Say in a few words what it is about"
    assert form.editor("summary").property("wrong") is True
    qtbot.keyClicks(form.editor("summary"), "a")
    assert form.editor("summary").property("wrong") is False


def test_what_cannot_be_read_is_a_problem_and_no_value(form):
    form.set_values({"fever": "yes"})
    form.editor("days").setText("three")
    form.editor("due").setText("sometime")
    assert set(form.problems()) == {"days", "due"}
    assert form.values()["days"] is None


def test_too_long_a_text_is_kept_and_marked(form, qtbot):
    qtbot.keyClicks(form.editor("summary"), "x" * 25)
    assert form.value("summary") == "x" * 25
    assert form.problems()["summary"].startswith("5 character")


def test_too_long_a_text_that_was_kept_is_marked_when_it_is_shown_again(form):
    form.set_values({"summary": "x" * 21})
    assert form.editor("summary").property("wrong")
    form.set_values({"summary": "x" * 20})
    assert not form.editor("summary").property("wrong")


def test_by_how_much_a_text_is_too_long_stands_there_also_when_it_was_to_be_saved(form):
    form.set_values({"summary": "x" * 25})
    form.set_error("summary", "This text is too long.")
    assert "5 character" in form.editor("summary").accessibleDescription()
    form.set_error("summary", "")
    assert not form.editor("summary").property("wrong")


def test_tab_goes_through_the_fields_in_order_and_leaves_long_text(form, qtbot):
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.focus("summary")
    order = []
    for _ in range(4):
        order.append(form.focusWidget().objectName())
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert order == ["intake.summary", "intake.details", "intake.channel", "intake.fever"]
    assert form.value("details") == ""


def test_every_editor_has_a_name_for_screen_readers(form):
    assert all(form.editor(field.name).accessibleName() == form.label_of(field.name) for field in FIELDS)


def test_a_time_is_read_as_typed_and_shown_in_words(form, qtbot):
    qtbot.keyClicks(form.editor("due"), "tomorrow 9:00")
    assert form.values()["due"] == datetime(2026, 3, 6, 9, 0, tzinfo=UTC)


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="color"):
        Field("x", "color", "X")


def test_options_can_change_and_a_stored_one_is_not_lost(form):
    form.set_values({"channel": "mail"})
    form.set_options("channel", (Option("web", "Web"),))
    assert form.value("channel") == "mail"


def test_a_field_that_news_ask_for_is_shown_before_the_form_is_read(qtbot):
    news: list[str] = []

    def has_news(_values):
        return bool(news)

    form = Form((Field("a", "text", "A"), Field("b", "text", "B", visible_when=has_news)), name="news", clock=now)
    qtbot.addWidget(form)
    form.show()
    news.append("an outcome came by a sync")
    assert form.problems() == {}
    assert form.editor("b").isVisible()
    assert form.values() == {"a": "", "b": ""}
