"""The language of the window: translators for the product and for Qt's own texts, switched while it runs."""

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from app.ui.kit.app_part import AppPart

_FOLDER = Path(__file__).resolve().parents[3] / "resources" / "i18n"
LANGUAGES = {"en": "English", "zh_CN": "中文"}
#: What Qt's own window for files says and its catalog leaves in English: ours is asked before it.
LEFT_BY_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Alias"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Shortcut"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
)


class Languages(QObject):
    """Holds the installed translators. `changed(language)` comes at once, the widgets' LanguageChange a turn later."""

    changed = Signal(str)

    def __init__(self, app: QApplication, folder: Path = _FOLDER) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._translators: list[QTranslator] = []
        self._language = "en"

    @property
    def current(self) -> str:
        """The language shown now: "en" or "zh_CN"."""
        return self._language

    def use(self, language: str) -> None:
        """Show the window in `language`. Raises KeyError for one that the product does not speak."""
        if language not in LANGUAGES:
            raise KeyError(language)
        QLocale.setDefault(QLocale(language))
        self._language = language
        fresh = self._load(language)
        former, self._translators = self._translators, fresh
        for translator in former:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        for translator in fresh:
            self._app.installTranslator(translator)
        self.changed.emit(language)

    def ensure(self, language: str) -> None:
        """Show the window in `language` unless it is shown already. English has files too: its plurals."""
        if language != self._language or not self._translators:
            self.use(language)

    def _load(self, language: str) -> list[QTranslator]:
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        files = [qt_folder / f"qtbase_{language}.qm", *sorted((self._folder / language).glob("*.qm"))]
        return [translator for file in files if (translator := self._read(file)) is not None]

    def _read(self, file: Path) -> QTranslator | None:
        """Return what a file translates, None where there is no such file. By its name Qt would map the file: whoever
        writes it anew while the window is open, an upgrade, would end the program.
        """
        translator = Translator(self)
        return translator if file.exists() and translator.hold(file.read_bytes()) else None


class Translator(QTranslator):
    """Translates out of bytes that it keeps: Qt reads in them for as long as it translates."""

    def hold(self, content: bytes) -> bool:
        """Translate with the bytes of a .qm file from now on; False where they are none."""
        self._content = content
        return self.load(content)


_languages = AppPart(Languages)


def of_app() -> Languages:
    """Return the languages of the running application, made on first use. Raises RuntimeError before there is one."""
    return _languages.get()


def current() -> str:
    """Return the language of the window: "en" or "zh_CN"."""
    return of_app().current


def of_system() -> str:
    """Return the language to begin with: Chinese on a Chinese system, else English."""
    return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"
