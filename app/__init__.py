"""OneWindow: the desk of a health hotline. The map of the house, one line per room.

models           nouns and their rules: frozen dataclasses, enums, pure functions; standard library only
scripts_library  standard answers: file format, parser, checker, versions, ranking; neither SQL nor Qt
store            rows: the only SQL, the only sqlite_utils, the journal that is the truth
services         verbs: one function is one thing a person can do and one transaction
outside          the world behind Protocols: clock, keys, telephony, sheets, printing
ui               the only widgets: shell → panes → parts → kit
bootstrap        puts the house together; the only module that knows every concrete class
cli              the command line
"""

#: Version of the program; pyproject.toml reads it here.
__version__ = "0.1.0"
