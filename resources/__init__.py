"""Data without code, and where it lies: icons, theme, translations, scripts, forms.

The program is installed as files. Asked of ``importlib.resources``, the place would cost every desk half a megabyte of
what that brings for packages that are none.
"""

from pathlib import Path

FOLDER = Path(__file__).parent
