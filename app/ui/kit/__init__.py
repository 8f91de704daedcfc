"""The widgets' toolbox: knows no noun of the house. Texts are literals, callbacks bound methods, colors tokens.

jobs        Jobs(office, clock): do(command, done=, failed=, ended=, **kw) · ask(question, key=, done=, …, **kw) ·
            signals changed(changes, initiator) failed(AppError) faulted(Fault) ticked(now); close() waits for commits
executors   ThreadExecutor, InlineExecutor (tests) · progress: Progress.at / cancel / moved · faults: Fault
commands    Command rows → CommandTable(rows, widget): action, menu, button, help_lines, run, refresh · conflicts
messages    MessageStrip: info success warning danger post, undo with countdown · fault_sheet: FaultSheet.show_fault
fields      Field, Option: a form as data · forms: Form(fields, name=, clock=): values set_values changed(name, value)
columns     Column, Order · tables: LazyTableModel(columns, fetch, key_of) · table_view: TableView(model, name=)
ime_line    ImeLine: typed(text, preedit) · search_box: SearchBox · type_ahead: TypeAhead, Suggestion
theme       of_app().apply(mode=, text_size=, density=), hex, color, px, font · icons: give(holder, name, color), load()
languages   of_app().use("zh_CN"), current()
presenting_time, reading_time   times as people read and type them; pure, without Qt

Looks by dynamic property: QLabel type=title|section|label|muted|hint|error|script|key · buttons tone=primary|danger|
quiet|link · QFrame role=card|popup|rule. See resources/theme/window.qss.
"""
