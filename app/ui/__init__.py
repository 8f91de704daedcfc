"""The only widgets: shell → panes → parts → kit. Asks and commands go through the office; no rule lives here."""
