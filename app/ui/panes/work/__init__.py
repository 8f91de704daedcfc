"""My work: inquiries as a list with filters, one inquiry with its steps and its history, and the calls that we owe.

pane        WorkPane: places list, detail and call-backs, and is what the shell knows
listing     the list with filters and table_model; detail the opened inquiry; callbacks_list the calls that we owe
steps       which step an inquiry may take and what each asks; step_form asks it in place
presenting  tones and texts without Qt; words the texts that need the window's language
"""
