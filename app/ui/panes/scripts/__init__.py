"""Scripts: the library of approved answers, to be read, found, flagged, taken in from files and given out again.

pane          ScriptsPane: places the parts, and what the shell calls
library       the left column: search, the tree by topic, what was found, open flags
outline       the tree as plain nodes, without Qt; outline_view shows it, hit_list what was found, flag_list the flags
reading       the middle: the shared reader (app.ui.parts) with its wording; flag_line asks what is wrong
facts         the right column: versions with what they are, open flags of this script
importing     files and folders: what would change, line by line, then the import; import_table its list
sources       reads the files of an import, without Qt; exporting writes them
asking        several answers of the services in one visit to the database
presenting    tones and short texts without Qt; words those that need the window's language
"""
