"""The widgets' toolbox: knows no noun of the house. Texts are literals, callbacks bound methods, colors tokens.

jobs         Jobs(office, clock): do(command, done=, failed=, ended=, **kw), ask(question, key=, done=, …, **kw);
             signals changed(changes, initiator) failed(AppError) faulted(Fault) ticked(now); close() waits for commits
             with executors (ThreadExecutor, InlineExecutor for tests), progress.Progress, faults.Fault
commands     Command rows → CommandTable(rows, widget): action, menu, button, help_lines, run, refresh · conflicts()
messages     MessageStrip: info success warning danger post, undo with countdown · fault_sheet.FaultSheet.show_fault
forms        Form(fields, name=, clock=, columns=): values set_values set_error missing problems, changed(name, value);
             rows are fields.Field and fields.Option; editors, line_editors, long_text, tri_state, tags, form_row
tables       LazyTableModel(columns, fetch, key_of) · table_view.TableView(model, name=, empty=) · columns.Column, Order
search_box   SearchBox · type_ahead.TypeAhead, Suggestion · both an ime_line.ImeLine: typed(text, preedit), query
cards        Card, SectionHeader, CollapsibleSection, EmptyState · labels: Chip, KeyHint, ElidedLabel, TimeLabel
tabs         TabBar · popups.PageStack · timeline.Timeline, Entry · flow.FlowLayout · buttons.ActionButton
theme        of_app().apply(mode=, text_size=, density=), hex color px font · icons.give(holder, name, color), load()
languages    of_app().use("zh_CN"), current(), of_system()
presenting_time, reading_time    times as people read and type them; pure, without Qt

Looks by property: QLabel type=title section label muted hint error script key · QPushButton tone=primary danger quiet
link fold · QFrame role=card popup rule. A table has no border: put it into a Card or let it fill its pane.

Traps: add an inner layout first and fill it then (filled before, its items crash in the garbage collector) · end a
widget by deleteLater · no style sheet rule for QTableView (see window.qss).
"""
