"""Findings: the ledger of what is to be put right, one finding with its steps, and what each step asks for.

``step_box`` asks what a step needs, ``detail_card`` shows where a finding stands, ``ledger_model`` pages the list.
"""
