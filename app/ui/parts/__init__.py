"""Widgets that know a noun of the house and are used by several panes; between panes and kit, without an office.

script_reader  ScriptReader: an approved answer in large type, with key points, placeholders, variants and warnings
readable       what the reader is shown, as Protocols, and its texts as HTML; without Qt
reader_*       the reader's own pieces: header, warnings, fields of placeholders, key points, source documents
document_opener  opens a source document with the program that shows such files
"""
