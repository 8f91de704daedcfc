"""Looks: one token file becomes palette, style sheet and font, on top of Fusion, and can change at run time."""

import json
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.kit import languages
from app.ui.kit.app_part import AppPart
from app.ui.kit.presenting_time import is_chinese

_FOLDER = Path(__file__).resolve().parents[3] / "resources" / "theme"
#: Property of an application that has the Fusion style already.
FUSION = "fusion"
MODES = ("light", "dark", "system")
TEXT_SIZES = ("small", "normal", "large")
DENSITIES = ("comfortable", "dense")
#: Half of the lightness of white.
_MIDDLE = 128


@cache
def tokens() -> dict[str, Any]:
    """Return the token file: colors of both modes, sizes in pixels, font families."""
    return json.loads((_FOLDER / "tokens.json").read_text(encoding="utf-8"))


class Theme(QObject):
    """The looks of the running window; `changed()` comes after palette and style sheet were replaced.

    Take it with `of_app()`. Pixel sizes follow the text size, except for grid and radius.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.mode = "system"
        self.text_size = "normal"
        self.density = "comfortable"
        self._applied: tuple[bool, str, str] | None = None
        self._dark: bool | None = None
        self._fonts: dict[tuple[str, bool, bool], QFont] = {}
        app.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        languages.of_app().changed.connect(self._language_changed)

    @property
    def dark(self) -> bool:
        """Whether dark colors are shown, by choice or because the system is dark."""
        if self._dark is None:
            self._dark = self._find_dark()
        return self._dark

    def apply(self, *, mode: str | None = None, text_size: str | None = None, density: str | None = None) -> None:
        """Choose mode, text size and density (None keeps one) and show them. Raises ValueError for another word."""
        for word, known in ((mode, MODES), (text_size, TEXT_SIZES), (density, DENSITIES)):
            if word is not None and word not in known:
                raise ValueError(word)
        self.mode = mode or self.mode
        self.text_size = text_size or self.text_size
        self.density = density or self.density
        self._dark = self._find_dark()
        wanted = (self._dark, self.text_size, self.density)
        if wanted != self._applied:
            self._applied = wanted
            self._show()

    def hex(self, token: str) -> str:
        """Return a color token as ``#RRGGBB``. Raises KeyError for an unknown token."""
        return tokens()["colors"]["dark" if self.dark else "light"][token]

    def color(self, token: str) -> QColor:
        """Return a color token. Raises KeyError for an unknown token."""
        return QColor(self.hex(token))

    @property
    def scale(self) -> float:
        """The factor of the text size: 1.0 is normal."""
        return tokens()["text_scale"][self.text_size]

    def px(self, name: str) -> int:
        """Return a size in pixels: row, field, pad, gap (by density) or base, small, section, title, script (text)."""
        texts: dict[str, int] = tokens()["text_px"]
        if name in texts:
            return max(11, round(texts[name] * self.scale))
        size: int = tokens()["density_px"][self.density][name]
        return round(size * max(1.0, self.scale)) if name in ("row", "field") else size

    def font(self, name: str = "base", *, bold: bool = False, tabular: bool = False) -> QFont:
        """Return the window's font in one of the text sizes; `tabular` gives digits of equal width."""
        key = (name, bold, tabular)
        if key not in self._fonts:
            self._fonts[key] = self._font(name, bold=bold, tabular=tabular)
        return QFont(self._fonts[key])

    def _font(self, name: str, *, bold: bool, tabular: bool) -> QFont:
        font = QFont(self._app.font())
        font.setPixelSize(self.px(name))
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _find_dark(self) -> bool:
        if self.mode != "system":
            return self.mode == "dark"
        if self._applied is None:
            # Before the first picture. Naming Qt.ColorScheme loads the 120 enumerations of Qt: a tenth of a start.
            return self._app.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE
        from PySide6.QtCore import Qt

        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _show(self) -> None:
        # Asking the application for its style loads 18 enumerations of Qt, which a sign-in page does without.
        if not self._app.property(FUSION):
            self._app.setStyle("Fusion")
            self._app.setProperty(FUSION, True)
        self._app.setFont(self._base_font())
        self._fonts.clear()
        self._app.setPalette(self._palette())
        self._app.setStyleSheet(self._sheet())
        self.changed.emit()

    def _base_font(self) -> QFont:
        """Return the font of the window: the script of its language first, for what both scripts have (“ ” … ·)."""
        known: dict[str, list[str]] = tokens()["families"]
        order = ("chinese", "latin", "other") if is_chinese(languages.current()) else ("latin", "chinese", "other")
        families = [name for kind in order for name in known[kind] if QFontDatabase.hasFamily(name)]
        font = QFont()
        if families:
            font.setFamilies(families)
        font.setPixelSize(self.px("base"))
        return font

    def _palette(self) -> QPalette:
        palette = QPalette()
        role = QPalette.ColorRole
        for one, token in (
            (role.Window, "window"), (role.WindowText, "text"), (role.Base, "surface"), (role.AlternateBase, "hover"),
            (role.Text, "text"), (role.Button, "surface"), (role.ButtonText, "text"), (role.BrightText, "on_danger"),
            (role.ToolTipBase, "text"), (role.ToolTipText, "window"), (role.PlaceholderText, "faint"),
            (role.Highlight, "accent"), (role.HighlightedText, "on_accent"), (role.Link, "accent"),
            (role.LinkVisited, "muted"), (role.Accent, "accent"), (role.Light, "surface"), (role.Midlight, "hover"),
            (role.Mid, "border"), (role.Dark, "field_border"), (role.Shadow, "sunken"),
        ):  # fmt: skip
            palette.setColor(one, self.color(token))
        for one in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, one, self.color("faint"))
        return palette

    def _sheet(self) -> str:
        names: dict[str, str] = dict(tokens()["colors"]["dark" if self.dark else "light"])
        field = self.px("field")
        names.update({f"{name}_px": str(self.px(name)) for name in tokens()["text_px"]})
        sizes = {
            "radius": tokens()["radius_px"], "chip_radius": self.px("small") * 3 // 5, "button": field - 2,
            "button_pad": 12, "button_pad_focus": 11, "field_inner": field - 4, "field_inner_focus": field - 6,
            "tab_pad": self.px("pad") - 1, "tag": field - 10,
        }  # fmt: skip
        names.update({f"{name}_px": str(size) for name, size in sizes.items()})
        shade = "dark" if self.dark else "light"
        for name in ("arrow_down", "arrow_up", "arrow_left", "arrow_right", "tick", "chosen"):
            # what stands on every desk is a picture: the library that draws is most of a megabyte
            suffix = "png" if name == "arrow_down" else "svg"
            names[name] = (_FOLDER.parent / "icons" / f"{name}_{shade}.{suffix}").as_posix()
        return Template((_FOLDER / "window.qss").read_text(encoding="utf-8")).substitute(names)

    def _language_changed(self, _language: str) -> None:
        if self._applied is not None and self._base_font() != self._app.font():
            self._show()  # with the sheet: under one, widgets do not take another font of the application alone

    def _scheme_changed(self) -> None:
        if self._applied is not None:
            self.apply()


_theme = AppPart(Theme)


def of_app() -> Theme:
    """Return the looks of the running application, made on first use. Raises RuntimeError before there is one."""
    return _theme.get()


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two ``#RRGGBB`` colors, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def missing_cjk_font() -> str:
    """Return a sentence for the person when no font can show Chinese, else an empty text."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return ""
    return QApplication.translate(
        "Theme",
        "No font with Chinese characters is installed. Install one, for example fonts-noto-cjk, and start again.",
    )


def _luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
