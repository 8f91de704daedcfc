"""Supervision: what is open by unit and person, what is late or will be soon, what came back, what is to be decided.

pane        SupervisionPane: places the pages under their tabs, and is what the shell knows
board_page  the board by unit or by person; board_model its table, board_view the cells one can step through
list_page   one list of inquiries (late, due soon, returned, extensions, without a unit); item_model its table
deciding    approves or refuses the extension that is chosen
people_page who is doing what now; digest_page what the ladder did on a day, for each unit and person
presenting  which list lies behind a cell, without Qt; words the texts that need the window's language
"""
