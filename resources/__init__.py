"""Data without code: icons, theme, translations, scripts, forms."""
