"""Hot topics of a period: what rises against its own past, with examples, and the way to its answer or to the gap."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.models.hot_topics import Rise
from app.models.periods import Stretch
from app.services import hot_topics, reference
from app.services.hot_topics import Hot, HotTopic
from app.services.office import View
from app.ui.kit import icons, languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.escaping import escape
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.reports import presenting


@dataclass(frozen=True)
class Shown:
    """What is hot, and the titles of the scripts that answer it."""

    hot: Hot = field(default_factory=lambda: Hot((), (), 0, hot_topics.BEFORE))
    titles: Mapping[str, str] = field(default_factory=dict[str, str])


def shown(view: View, stretch: Stretch, language: str) -> Shown:
    """Return everything that the page shows."""
    found = hot_topics.hot(view, stretch)
    return Shown(found, hot_topics.script_titles(view, found, language))


class TopicsPage(QWidget):
    """``script_wanted(key)`` for the answer of a topic, ``words_wanted(text)`` where none was given.

    ``told`` and ``refused`` are those of every page; nothing is saved here.
    """

    told = Signal(str)
    refused = Signal(object)
    script_wanted = Signal(str)
    words_wanted = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._shown = Shown()
        self._topic: HotTopic | None = None
        self._build()
        self._connect()
        self.retranslate()

    def show_period(self, stretch: Stretch) -> None:
        """Ask what is hot in a period."""
        self._jobs.ask(
            shown, key="hot", done=self._show, failed=self.refused.emit, stretch=stretch, language=languages.current()
        )  # fmt: skip

    def take_focus(self) -> None:
        """Put the focus on the topics."""
        self.topics.setFocus()

    def follow(self) -> None:
        """Go to the answer of the chosen topic; where none was given, look for one among the scripts."""
        if self._topic is None:
            return
        if self._topic.script:
            self.script_wanted.emit(self._topic.script)
        else:
            self.words_wanted.emit(_leaf(self._topic))

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Hot topics"))
        self.topics.setAccessibleName(self.tr("Topics that rise"))
        self.words.setAccessibleName(self.tr("Words that rise"))
        self.examples.setAccessibleName(self.tr("What callers asked"))
        self._words_title.setText(self.tr("Words that rise"))
        self._nothing.show_text(
            self.tr("Nothing rises"), self.tr("No topic came more often than the periods before let expect.")
        )
        self._no_words.show_text(
            self.tr("No word rises"), self.tr("Words are compared with those of the period before.")
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._head, self._words_title = QLabel(self), QLabel(self)
        self._head.setWordWrap(True)
        self._head.setProperty("type", "muted")
        self._words_title.setProperty("type", "section")
        self._nothing = EmptyState("reports.topics.none", "reports", parent=self)
        self._no_words = EmptyState("reports.words.none", "search", parent=self)
        self.topic_model = WholeList(self._topic_columns(), _topic_key, self)
        self.word_model = WholeList(_WORD_COLUMNS, _word_key, self)
        self.topics = TableView(self.topic_model, name="reports.topics", empty=self._nothing, parent=self)
        self.words = TableView(self.word_model, name="reports.words", empty=self._no_words, parent=self)
        for view in (self.topics, self.words):
            view.setSelectionMode(view.SelectionMode.SingleSelection)
        self.examples = QTextBrowser(self)
        self.examples.setObjectName("reports.topics.examples")
        self.go = QPushButton(self)
        self.go.setObjectName("reports.topics.go")
        self.go.setProperty("tone", "primary")
        icons.give(self.go, "scripts", "on_accent")
        self._lay_out()

    def _lay_out(self) -> None:
        pad = theme.of_app().px("pad")
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        left = _column(split, pad, (self.topics, 3), (self._words_title, 0), (self.words, 2))
        right = _column(split, pad, (self.examples, 1))
        foot = QHBoxLayout()
        layout = right.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addLayout(foot)
        foot.addStretch(1)
        foot.addWidget(self.go)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([680, 420])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self._head)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        self.topics.picked.connect(self._pick)
        self.topics.opened.connect(self._open)
        self.words.opened.connect(self._open_word)
        self.go.clicked.connect(self.follow)

    def _show(self, found: Shown) -> None:
        self._shown, self._topic = found, None
        self.topic_model.show_lines(found.hot.topics)
        self.word_model.show_lines(found.hot.words)
        if found.hot.topics:
            self.topics.select(0)
        self._say()

    def _pick(self, topic: HotTopic | None) -> None:
        self._topic = topic
        self._say()

    def _open(self, topic: HotTopic) -> None:
        self._topic = topic
        self.follow()

    def _open_word(self, word: Rise) -> None:
        self.words_wanted.emit(word.key)

    def _say(self) -> None:
        hot, topic = self._shown.hot, self._topic
        said = self.tr("Topics that rise beyond chance: {count} of {all}, against the {before} periods before each.")
        self._head.setText(said.format(count=len(hot.topics), all=hot.looked_at, before=hot.before))
        self.go.setVisible(topic is not None)
        if topic is None:
            self.examples.clear()
            return
        self.go.setText(self.tr("Open the answer") if topic.script else self.tr("Look for an answer"))
        self.go.setAccessibleName(self.go.text())
        self.examples.setHtml(self._html(topic))

    def _html(self, topic: HotTopic) -> str:
        asked = "".join(f"<li>{escape(one)}</li>" for one in topic.examples)
        title, label = escape(self.tr("What callers asked")), escape(self.tr("Answer"))
        nothing = escape(self.tr("Nothing was written down about these calls."))
        said = f"<ul>{asked}</ul>" if asked else f"<p>{nothing}</p>"
        answer = f"<p><b>{label}</b> {escape(self._answer(topic))}</p>"
        return f"<h3>{escape(_name(topic))}</h3>{answer}<h4>{title}</h4>{said}"

    def _answer(self, topic: HotTopic) -> str:
        return self._shown.titles.get(topic.script, topic.script) or self.tr("gap: no answer was given")

    def _topic_columns(self) -> tuple[Column, ...]:
        return (
            Column("topic", QT_TRANSLATE_NOOP("tables", "Topic"), 0, show=_leaf, sortable=False),
            Column("count", QT_TRANSLATE_NOOP("tables", "Inquiries"), 80, "number", show=_topic_count, sortable=False),
            Column(
                "expected", QT_TRANSLATE_NOOP("tables", "Expected"), 84, "number", show=_topic_expected, sortable=False
            ),
            Column("chance", QT_TRANSLATE_NOOP("tables", "By chance"), 92, "number", show=_chance, sortable=False),
            Column("answer", QT_TRANSLATE_NOOP("tables", "Answer"), 200, show=self._answer, sortable=False),
        )


def _column(parent: QWidget, pad: int, *parts: tuple[QWidget, int]) -> QWidget:
    side = QWidget(parent)
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(pad)
    for part, share in parts:
        column.addWidget(part, share)
    return side


def _topic_key(topic: HotTopic) -> str:
    return topic.rise.key


def _word_key(word: Rise) -> str:
    return word.key


def _name(topic: HotTopic) -> str:
    return reference.categories().path_label(topic.rise.key, languages.current())


def _leaf(topic: HotTopic) -> str:
    """Return the name of the topic itself, without those above it."""
    return reference.categories().by_code[topic.rise.key].label.for_language(languages.current())


def _topic_count(topic: HotTopic) -> str:
    return str(topic.rise.count)


def _topic_expected(topic: HotTopic) -> str:
    return presenting.expected(topic.rise)


def _chance(topic: HotTopic) -> str:
    return presenting.chance(topic.rise)


def _word_count(word: Rise) -> str:
    return str(word.count)


_WORD_COLUMNS = (
    Column("word", QT_TRANSLATE_NOOP("tables", "Word"), 0, show=_word_key, sortable=False),
    Column("count", QT_TRANSLATE_NOOP("tables", "Inquiries"), 80, "number", show=_word_count, sortable=False),
    Column("expected", QT_TRANSLATE_NOOP("tables", "Expected"), 84, "number", show=presenting.expected, sortable=False),
    Column("chance", QT_TRANSLATE_NOOP("tables", "By chance"), 92, "number", show=presenting.chance, sortable=False),
)
