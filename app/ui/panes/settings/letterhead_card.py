"""The letterhead of documents: a text and a logo at the head of every page, a text at the foot."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.models import letterheads
from app.models.errors import AppError, FieldInvalid
from app.models.settings import Settings
from app.services import settings
from app.ui.kit import icons, theme
from app.ui.kit.cards import Card
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.page import muted

#: Pixels that the logo is shown in.
_WIDTH, _HEIGHT = 320, 48


class LetterheadCard(Card):
    """For administrators. ``refused(error)``; ``saved()`` after a change."""

    refused = Signal(object)
    saved = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._jobs = jobs
        self._logo = ""
        self._build()
        self._connect()
        self.retranslate()

    def show_settings(self, known: Settings) -> None:
        """Show what is set, unless somebody is typing."""
        if not self._save.isEnabled():
            self.head.setText(known.report_head)
            self.foot.setText(known.report_foot)
            self._show_logo(known.logo)
            self._save.setEnabled(False)

    def take_logo(self, file: str) -> None:
        """Take the picture of a file as the logo; it is kept by ``save``."""
        try:
            self._show_logo(letterheads.to_text(Path(file).read_bytes()))
        except OSError:
            self.refused.emit(FieldInvalid(field="logo", value=Path(file).name))
        except AppError as error:
            self.refused.emit(error)
        else:
            self._save.setEnabled(True)

    def save(self) -> None:
        """Keep texts and logo."""
        self._save.setEnabled(False)
        self._jobs.do(
            settings.change, done=self._kept, failed=self._refuse, initiator=self, report_head=self.head.text(),
            report_foot=self.foot.text(), logo=self._logo,
        )  # fmt: skip

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("Letterhead of documents"))
        self._explained.setText(self.tr("Stands on every page of a report. PNG or JPEG, at most 256 KB."))
        for label, line, text, hint in (
            (self._labels[0], self.head, self.tr("At the head"), self.tr("Empty: name of the center and its line")),
            (self._labels[1], self.foot, self.tr("At the foot"), self.tr("Such as address and telephone")),
        ):
            label.setText(text)
            line.setAccessibleName(text)
            line.setPlaceholderText(hint)
        for button, text in (
            (self._choose, self.tr("Choose logo…")), (self._remove, self.tr("Remove logo")),
            (self._save, self.tr("Save letterhead")),
        ):  # fmt: skip
            button.setText(text)
            button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._explained, self.picture = muted(QLabel(self)), QLabel(self)
        self.head, self.foot = QLineEdit(self), QLineEdit(self)
        self._labels = QLabel(self), QLabel(self)
        self._choose, self._remove, self._save = QPushButton(self), QPushButton(self), QPushButton(self)
        named = ((self.head, "head"), (self.foot, "foot"), (self._choose, "choose"), (self._remove, "remove"))
        for widget, name in (*named, (self._save, "save")):
            widget.setObjectName(f"settings.letterhead.{name}")
        for line in (self.head, self.foot):
            line.setMaxLength(settings.LONGEST_TEXT)
            line.setMaximumWidth(560)
        icons.give(self._choose, "folder")
        self._save.setEnabled(False)
        self.picture.setProperty("role", "paper")
        self.body.addWidget(self._explained)
        form = QFormLayout()
        self.body.addLayout(form)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, line in zip(self._labels, (self.head, self.foot), strict=True):
            form.addRow(label, line)
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(theme.of_app().px("pad"))
        for widget in (self.picture, self._choose, self._remove, self._save):
            row.addWidget(widget)
        row.addStretch(1)
        self._show_logo("")

    def _connect(self) -> None:
        for line in (self.head, self.foot):
            line.textEdited.connect(self._follow)
        self._choose.clicked.connect(self._ask_file)
        self._remove.clicked.connect(self._forget_logo)
        self._save.clicked.connect(self.save)

    def _follow(self, _text: str) -> None:
        self._save.setEnabled(True)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Logo"))
        dialog.setObjectName("settings.letterhead.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Pictures (*.png *.jpg *.jpeg)"))
        dialog.fileSelected.connect(self.take_logo)
        dialog.open()

    def _forget_logo(self) -> None:
        self._show_logo("")
        self._save.setEnabled(True)

    def _show_logo(self, text: str) -> None:
        self._logo = text
        picture = QPixmap()
        picture.loadFromData(letterheads.to_picture(text))
        self.picture.setVisible(not picture.isNull())
        self._remove.setVisible(bool(text))
        if not picture.isNull():
            shape, way = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(picture.scaled(_WIDTH, _HEIGHT, shape, way))

    def _kept(self, _changed: object) -> None:
        self.saved.emit()

    def _refuse(self, error: AppError) -> None:
        self._save.setEnabled(True)
        self.refused.emit(error)
