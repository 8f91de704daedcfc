"""The only widgets: shell → panes → kit. Asks and commands go through the office; no rule lives here."""
