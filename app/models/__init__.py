"""Nouns and their rules: frozen dataclasses, enums and pure functions. Standard library only; knows no other room."""
