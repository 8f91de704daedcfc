"""Verbs: one function is one thing that a person can do, and one transaction. Permission is checked here."""
