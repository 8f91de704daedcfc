"""Every widget of the kit on one page, for eyes: ``python -m tests.ui.kit.gallery FOLDER`` writes PNG files.

One file for each language and theme, plus large text and dense rows.
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.kit import icons, languages, theme
from app.ui.kit.cards import Card, CollapsibleSection, EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.commands import Command, CommandTable
from app.ui.kit.fault_sheet import FaultSheet
from app.ui.kit.faults import fault_of
from app.ui.kit.fields import Field, Option
from app.ui.kit.flow import FlowLayout
from app.ui.kit.forms import Form
from app.ui.kit.labels import Chip, ElidedLabel, KeyHint, TimeLabel
from app.ui.kit.messages import Message, MessageStrip
from app.ui.kit.search_box import SearchBox
from app.ui.kit.table_view import TableView
from app.ui.kit.tables import LazyTableModel
from app.ui.kit.tabs import TabBar
from app.ui.kit.timeline import Entry, Timeline
from app.ui.kit.type_ahead import Suggestion, TypeAhead

NOW = datetime(2026, 3, 5, 8, 30, tzinfo=UTC)
CATEGORIES = [
    Suggestion("policy", "Policy consultation", "政策咨询"),
    Suggestion("vaccination", "Vaccination", "疫苗接种"),
    Suggestion("lab", "Lab result", "报告查询"),
    Suggestion("billing", "Billing", "费用"),
]
FIELDS = (
    Field("summary", "text", {"en": "Summary", "zh_CN": "摘要"}, required=True, placeholder="In a few words"),
    Field("category", "category", {"en": "Category", "zh_CN": "类别"}, suggest=lambda text: CATEGORIES),
    Field("details", "long_text", {"en": "Details", "zh_CN": "详情"}, span=2),
    Field("urgency", "choice", {"en": "Urgency", "zh_CN": "紧急程度"}, options=(Option("high", "High"),)),
    Field("due", "datetime", {"en": "Call back at", "zh_CN": "回拨时间"}),
    Field("fever", "tri_state", {"en": "Has the caller had a fever?", "zh_CN": "近两天是否发热？"}, span=2),
    Field("contact", "tri_state", {"en": "Was there contact with a case?", "zh_CN": "是否接触过确诊者？"}, span=2),
    Field(
        "number", "phone", {"en": "Number", "zh_CN": "电话号码"}, help={"en": "As said", "zh_CN": "按来电人所说填写"}
    ),
    Field("tags", "tags", {"en": "Tags", "zh_CN": "标签"}),
)
COLUMNS = (
    Column("number", "No.", 80, role="number"),
    Column("summary", "Summary", 0),
    Column("due_at", "Due", 120, role="time"),
    Column("state", "State", 100, role="chip", tone=lambda row: row["tone"]),
)


def row(number, summary, hours, state, tone):
    return {"number": number, "summary": summary, "due_at": NOW + timedelta(hours=hours), "state": state, "tone": tone}


ROWS = [
    row(10452, "九价HPV疫苗几岁可以打？男生能打吗", 2, "New", "accent"),
    row(10451, "License renewal did not arrive", -0.4, "Overdue", "danger"),
    row(10447, "Complaint about waiting time in the fever clinic 😷, second call this week", 24, "Paused", "warning"),
    row(9821, "مواعيد التطعيم", -960, "Closed", ""),
]
COMMANDS = (
    Command("answer", "Answered", "Close the inquiry as answered on the line", "F8", icon="check"),
    Command("dispatch", "Dispatch", "Hand it to a unit", "F9", icon="dispatch"),
    Command("discard", "Discard", "Throw the draft away", "", icon="delete"),
    Command("more", "More", "Other outcomes", "", icon="more"),
    Command("off", "Not now", "Cannot be used now", "", enabled_when=lambda: False, icon="lock"),
)


def now() -> datetime:
    return NOW


def fetch(after, limit, order, filters):
    return ROWS if after is None else []


def number_of(row):
    return row["number"]


class Gallery(QWidget):
    """Three columns of everything."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("gallery")
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 16, 16, 16)
        page.setSpacing(12)
        for message in self._strips():
            page.addWidget(message)
        grid = QGridLayout()
        page.addLayout(grid, 1)
        grid.setSpacing(12)
        for column, cards in enumerate((self._left(), self._middle(), self._right())):
            stack = QVBoxLayout()
            grid.addLayout(stack, 0, column)
            stack.setSpacing(12)
            for card in cards:
                stack.addWidget(card)
            grid.setColumnStretch(column, 1)

    def nothing(self) -> None:
        """Stand behind the buttons."""

    def _strips(self) -> list[MessageStrip]:
        messages = (
            Message("success", "Saved as 10452. 已保存。", undo=self.nothing, seconds=15),
            Message("warning", "This script expires tomorrow.", "Open", self.nothing, seconds=600),
            Message(
                "danger",
                "The disk is full; nothing was saved. What you typed is still here.",
                "Try again",
                self.nothing,
            ),
        )
        strips = []
        for message in messages:
            strip = MessageStrip(self)
            strip.post(message)
            strips.append(strip)
        return strips

    def _left(self) -> list[QWidget]:
        card = Card("来电人 · Caller")
        flow = FlowLayout()
        card.body.addLayout(flow)
        for text, tone in (
            ("New", "accent"),
            ("Due in 2 h", "warning"),
            ("Overdue", "danger"),
            ("Closed", ""),
            ("投诉", "danger"),
        ):
            flow.addWidget(Chip(text, tone))
        for keys in ("F8", "Ctrl+K", "Alt+1"):
            flow.addWidget(KeyHint(keys))
        time = TimeLabel(UTC)
        time.show_time(NOW + timedelta(hours=2), NOW)
        card.header.add(time)
        card.body.addWidget(
            ElidedLabel("A name that is much too long for the card in which it stands, and goes on and on")
        )
        for kind in ("title", "section", "label", "muted", "hint", "error", "script"):
            label = QLabel(f"{kind} 标准话术 Script")
            label.setProperty("type", kind)
            card.body.addWidget(label)
        return [card, self._history()]

    def _history(self) -> Card:
        history = Card("History")
        self.timeline = Timeline("gallery.timeline", now)
        self.timeline.setAccessibleName("History")
        self.timeline.show_entries(
            [
                Entry(
                    1,
                    NOW - timedelta(minutes=12),
                    "Dispatched to Wuyi hospital",
                    "Asked whether the fever clinic is open on Sunday.",
                    "accent",
                ),
                Entry(2, NOW - timedelta(hours=5), "Returned: insufficient information", "", "warning"),
                Entry(
                    3,
                    NOW - timedelta(days=3),
                    "来电：咨询九价疫苗",
                    "来电人询问九价疫苗年龄限制，已按标准话术答复，并告知预约电话。来电人表示满意，后续会自行预约。",
                    "",
                ),
            ]
        )
        history.body.addWidget(self.timeline)
        section = CollapsibleSection("Past contacts (3)", "gallery.section", opened=True)
        section.body.addWidget(QLabel("What is under the title"))
        history.body.addWidget(section)
        return history

    def _middle(self) -> list[QWidget]:
        card = Card("What")
        tabs = TabBar("gallery.tabs")
        for key, title in (("a", "138 0013 8000"), ("b", "WeChat 王女士"), ("c", "E-mail")):
            tabs.add(key, title)
        tabs.set_badge("b", "2", "danger")
        card.body.addWidget(tabs)
        self.form = Form(FIELDS, name="gallery.form", clock=now, zone=UTC, columns=2)
        self.form.set_values(
            {
                "fever": "yes",
                "due": NOW + timedelta(days=1),
                "tags": ("疫苗", "fever clinic"),
                "details": "第一行\nSecond line",
            }
        )
        self.form.set_error("summary", "Say in a few words what it is about")
        card.body.addWidget(self.form)
        table = CommandTable(COMMANDS, self)
        row = QHBoxLayout()
        card.body.addLayout(row)
        row.addWidget(table.button("answer", tone="primary"))
        row.addWidget(table.button("dispatch"))
        row.addWidget(table.button("discard", tone="danger"))
        row.addWidget(table.button("more", tone="quiet"))
        row.addWidget(table.button("off"))
        row.addStretch(1)
        link = QPushButton("3 due today")
        link.setObjectName("gallery.due")
        link.setProperty("tone", "link")
        card.body.addWidget(link)
        return [card]

    def _right(self) -> list[QWidget]:
        card = Card("Say")
        self.search = SearchBox("gallery.search")
        card.body.addWidget(self.search)
        self.ahead = TypeAhead("gallery.ahead", lambda text: CATEGORIES)
        self.ahead.setPlaceholderText("Type ahead")
        self.ahead.setAccessibleName("Category")
        card.body.addWidget(self.ahead)
        model = LazyTableModel(COLUMNS, fetch, number_of, clock=now)
        self.table = TableView(model, name="gallery.table")
        self.table.setAccessibleName("Inquiries")
        card.body.addWidget(self.table)
        empty = EmptyState("gallery.empty", "work")
        empty.show_text(
            "Nothing is waiting",
            "New inquiries of your unit appear here. Press F5 to look at those of the team.",
            "Show the team's",
        )
        blank = TableView(
            LazyTableModel(COLUMNS, lambda *_: [], number_of, clock=now), name="gallery.blank", empty=empty
        )
        blank.setAccessibleName("Nothing yet")
        card.body.addWidget(blank)
        return [card]


class Photographer(QObject):
    """Shows the gallery in each language and theme and writes a picture of each."""

    LOOKS = (
        ("en", "light", "normal", "comfortable"),
        ("zh_CN", "light", "normal", "comfortable"),
        ("en", "dark", "normal", "comfortable"),
        ("zh_CN", "dark", "large", "comfortable"),
        ("en", "light", "small", "dense"),
    )

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.todo = list(self.LOOKS)
        self.gallery = Gallery()
        self.sheet = FaultSheet(self.gallery)
        self.gallery.resize(1680, 1000)
        self.gallery.show()
        icons.book().ready.connect(self.next)
        icons.load()

    def next(self) -> None:
        """Set the next looks; the picture follows when the events of the change are over."""
        if not self.todo:
            QApplication.quit()
            return
        language, mode, size, density = self.todo[0]
        languages.of_app().use(language)
        theme.of_app().apply(mode=mode, text_size=size, density=density)
        self.gallery.ahead.setFocus()
        QApplication.sendEvent(self.gallery.search, QInputMethodEvent("mq'jc", []))
        self.gallery.ahead.clear()
        self.gallery.ahead.setText("va")
        self.gallery.table.select(1)
        if mode == "dark":
            self.sheet.show_fault(fault_of(ValueError("x"), "contacts.finalize", "0.1.0"))
        QTimer.singleShot(150, self.take)

    def take(self) -> None:
        """Write the picture."""
        self.gallery.grab().save(str(self.folder / ("-".join(self.todo.pop(0)) + ".png")))
        self.next()


def main() -> int:
    """Write the pictures into the folder that is named, or show the gallery."""
    app = QApplication(sys.argv[:1])
    theme.of_app().apply(mode="light")
    if len(sys.argv) < 2:
        gallery = Gallery()
        gallery.resize(1680, 1000)
        gallery.show()
        icons.load()
        return app.exec()
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    photographer = Photographer(folder)
    return app.exec() if photographer.todo else 0


if __name__ == "__main__":
    sys.exit(main())
