"""Intake: take a conversation, know who it is, write what it is about, find and give the approved answer, save it.

pane          IntakePane: the tabs, and what the shell calls
conversation  one conversation: three columns over one ConversationState; ending: missing → finalize → saved
draft_keeper  saves what is typed, at most a second later, on the writer thread; kept_drafts offers it back
who_*         the left column: number, caller, flags, open matters, past contacts
what_*        the middle column: the matter, the line's own questions, what happens next
say_*, script_* the right column: search, reader, given
presenting, call_clock, readiness, due_times   rules without Qt
"""
