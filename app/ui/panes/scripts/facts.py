"""The right column: the versions of a script with what they are, and the flags that nobody has seen to."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.services import reference, wording
from app.ui.kit import languages, theme
from app.ui.kit.buttons import ActionButton
from app.ui.kit.cards import SectionHeader
from app.ui.kit.commands import CommandTable
from app.ui.kit.labels import ElidedLabel
from app.ui.kit.presenting_time import relative
from app.ui.panes.scripts.asking import Card, Step
from app.ui.panes.scripts.flag_reply import FlagReply
from app.ui.panes.scripts.life_bar import LifeBar
from app.ui.panes.scripts.line_list import Line, LineList
from app.ui.panes.scripts.presenting import standings, tone, topic_label


class FactsColumn(QWidget):
    """What stands beside an opened script. ``chosen()`` when another flag is the current one."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._end: ActionButton | None = None
        self._pin: ActionButton | None = None
        self._edit: ActionButton | None = None
        self._build()
        self.retranslate()
        self.flags.picked.connect(self._pick)

    def show_card(self, card: Card) -> None:
        """Show the versions and flags of a script."""
        self._card = card
        self._show()

    def take_commands(self, commands: CommandTable) -> None:
        """Put the button that closes a flag in its place."""
        self._edit = commands.button("scripts.edit", self)
        self._column.insertWidget(2, self._edit)
        row = QHBoxLayout()
        self._column.insertLayout(3, row)
        row.addWidget(commands.button("scripts.star", self, tone="quiet"))
        self._pin = commands.button("scripts.pin", self, tone="quiet")
        row.addWidget(self._pin)
        row.addStretch(1)
        self._end = commands.button("scripts.end_flag", self)
        self._column.addWidget(self._end)
        self._column.addWidget(self.reply)
        self._column.addStretch(1)

    def put_under_versions(self, button: QWidget) -> None:
        """Put a button under the versions: it is about the chosen one."""
        self._column.insertWidget(self._column.indexOf(self.versions) + 1, button)

    def flag(self) -> bytes | None:
        """Return the id of the current flag, the only one where there is one; None without."""
        keys = [line.key for line in self.flags.lines]
        return self.flags.key() or (keys[0] if len(keys) == 1 else None)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._versions_head.set_title(self.tr("Versions"))
        self._flags_head.set_title(self.tr("Open flags"))
        self.versions.setAccessibleName(self.tr("Versions of this script"))
        self.flags.setAccessibleName(self.tr("Open flags of this script"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._key, self._topic, self._readers, self._used = ElidedLabel(), QLabel(), QLabel(), QLabel()
        for label in (self._key, self._topic, self._readers, self._used):
            label.setProperty("type", "hint")
            label.setWordWrap(label is not self._key)
        self.life = LifeBar(self)
        self._versions_head, self._flags_head = SectionHeader("", self), SectionHeader("", self)
        self.reply = FlagReply(self)
        self.versions = LineList("scripts.versions", self, wrap=3)
        self.flags = LineList("scripts.script_flags", self, wrap=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        for widget in (self._topic, self._key, self.life, self._readers, self._used, self._versions_head):
            column.addWidget(widget)
        column.addWidget(self.versions)
        column.addWidget(self._flags_head)
        column.addWidget(self.flags)
        self._column = column

    def _show(self) -> None:
        card = self._card
        if card is None:
            return
        language = languages.current()
        self._topic.setText(topic_label(card.topic, reference.categories(), language))
        self._topic.setVisible(bool(self._topic.text()))
        self._key.setText(card.script.key)
        self.life.line.take_time(card.now, card.zone)
        self.life.show_life(card.life)
        self._say_readers([one.name for one in card.readers if one.read_at is None], len(card.readers))
        self._say_use(card)
        self.versions.show_lines(list(self._version_lines(card)))
        self.flags.show_lines(list(self._flag_lines(card)))
        for listed in (self.versions, self.flags):
            listed.fit()
        has_flags = bool(card.flags)
        self._flags_head.setVisible(has_flags)
        self.flags.setVisible(has_flags)
        if self._edit is not None:
            self._edit.setVisible(card.may_write)
        if self._pin is not None:
            self._pin.setVisible(card.may_pin)
        if self._end is not None:
            self._end.setVisible(has_flags and card.may_write)

    def _say_readers(self, left: list[str], count: int) -> None:
        """Say how many of those who are told of the last change have read it, and who has not."""
        self._readers.setVisible(count > 0)
        text = self.tr("Last change read by {read} of {count}").format(read=count - len(left), count=count)
        self._readers.setText(text)
        self._readers.setToolTip(
            self.tr("Not yet: {names}").format(names=wording.names_in_a_row(left, languages.current())) if left else ""
        )
        self._readers.setAccessibleDescription(self._readers.toolTip())

    def _say_use(self, card: Card) -> None:
        """Say when it last answered a call at once: use that worked speaks for it."""
        self._used.setVisible(card.confirmed_at is not None)
        if card.confirmed_at is not None:
            at = relative(card.confirmed_at, card.now, languages.current(), card.zone)
            self._used.setText(self.tr("Last answered a call with it: {at}").format(at=at))

    def _version_lines(self, card: Card) -> Iterator[Line]:
        language = languages.current()
        known = [(one.number, one.standing.value) for one in card.versions]
        shown = standings(known, card.script.version)
        for one in card.versions:
            code = shown[one.number]
            chip = (wording.label("script_standing", code, language), tone(code))
            step = next((step for step in card.steps if step.number == one.number), None)
            when = relative(step.at if step else one.at, card.now, language, card.zone)
            title = self.tr("Version {number}").format(number=one.number)
            yield Line(one.number, title, self._step_text(step, when), (chip,), grey=one.number != card.script.version)

    def _step_text(self, step: Step | None, when: str) -> str:
        if step is None:
            return self.tr("written {when}").format(when=when)
        words = {
            "draft": self.tr("back to a draft {when}, {name}"),
            "review": self.tr("sent to review {when}, {name}"),
            "approved": self.tr("approved {when}, {name}"),
            "withdrawn": self.tr("withdrawn {when}, {name}"),
        }
        text = words.get(step.state, "{when}, {name}").format(when=when, name=step.by).rstrip(", ")
        if step.imported_from:
            text += self.tr(" · from {file}").format(file=step.imported_from)
        lacks = {"zh": self.tr(" · without Chinese"), "en": self.tr(" · without English")}
        return text + "".join(lacks.get(one, "") for one in step.gaps)

    def _flag_lines(self, card: Card) -> Iterator[Line]:
        language = languages.current()
        points = {point.id: str(number) for number, point in enumerate(card.script.points, start=1)}
        for flag in card.flags:
            parts: list[str] = []
            if flag.key_point in points:
                parts.append(self.tr("key point {number}").format(number=points[flag.key_point]))
            if flag.number != card.script.version:
                parts.append(self.tr("version {number}").format(number=flag.number))
            when = relative(flag.at, card.now, language, card.zone)
            title = " · ".join((flag.by or "–", *parts))
            yield Line(flag.id, title, flag.note, hint=when)

    def _pick(self) -> None:
        self.chosen.emit()
