"""Jobs, commands, messages, forms, tables, theme and widgets; knows no noun of the house."""
