"""Call-backs: the next person to call and why, the call itself with its outcome, appointments, and why nobody is left.

``call_watch`` counts rings and seconds, ``outcome_box`` asks how a call ended, ``agenda_view`` shows what is agreed.
"""
