"""Scripts: the library of approved answers, to be read, found, flagged, taken in from files and given out again.

pane          ScriptsPane: what the shell calls, and the methods behind commands; world what it needs from outside
desk          its three columns: library | reading | facts
library       search, the tree by topic, what was found, open flags; outline the tree without Qt, outline_view shows it;
              library_empty what stands where nothing is listed
reading       the shared reader and flag line (app.ui.parts) with the wording that a person chose
facts         versions with what they are, open flags of this script; line_list what such lists are made of
importing     files and folders: what would change, then the import; import_lines, import_table, import_foot its parts
exporting     every script as a file in a folder
boards        what is to be done: review, expiring, gaps, phrasings
asking        several answers of the services in one visit to the database
presenting    tones and short texts without Qt
"""
