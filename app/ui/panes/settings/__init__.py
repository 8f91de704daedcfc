"""Settings: my own account and looks, the accounts of all, the center, the units, and where data and keys are.

pane      SettingsPane: sections by permission, and what the shell knows · world: what the shell hands in
page      Page: one section · my_account, accounts, center, units_page, data_page: the sections
"""
