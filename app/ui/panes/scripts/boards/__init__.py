"""What is to be done about the library, for who writes or approves scripts.

column        ToDoColumn: the choice among the boards, the one that is chosen, its next step and its commands
board         what every board is: a list, and what stands where nothing is to be done
review        versions that wait for approval; expiring what ends, is due for review or is not used
gaps          what callers ask and no script answers; phrasings what callers say and a script does not know
asking        all boards in one visit to the database, and the answers to a proposal
recall_page   who was given a version, and their call-backs; recall_asking, recall_commands are its own
commands      the rows of the command table
"""
