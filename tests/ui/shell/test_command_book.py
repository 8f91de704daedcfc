def test_rows_are_grouped_by_place_in_the_order_of_the_sheet(desk):
    groups = dict(desk.book.groups())
    assert list(groups) == ["", "intake", "work", "callbacks", "scripts", "training", "findings", "reports", "settings"]
    assert [row.id for row in groups[""]][:6] == [
        *("go.intake", "go.work", "go.callbacks", "go.scripts", "go.training", "go.findings"),
    ]
    assert {"go.reports", "go.settings"} <= {row.id for row in groups[""]}
    assert [row.id for row in groups["intake"]] == ["standin.answer"]


def test_a_command_of_a_pane_that_is_not_made_yet_can_be_given(desk_of):
    desk = desk_of("wang")
    desk.show_work()
    assert desk.book.run("standin.answer")
    assert desk.panes.current == "intake"
    assert desk.panes.pane("intake").asked[-1] == "answered"


def test_an_unknown_command_is_not_given(desk):
    assert not desk.book.run("nobody.knows")


def test_the_palette_is_told_what_cannot_run_now(desk):
    desk.state.take(type(desk.state.state).TALKING)
    choices = {one.id: one.enabled for one in desk.book.choices()}
    assert (choices["state.away"], choices["desk.lock"]) == (False, True)


def test_keys_are_shown_as_on_the_keyboard(desk):
    choices = {one.id: one.keys for one in desk.book.choices()}
    assert (choices["desk.palette"], choices["desk.tour"], choices["text.larger"]) == ("Ctrl+K", "", "Ctrl+= / Ctrl++")


def test_no_row_leads_to_a_pane_that_the_person_does_not_have(desk):
    led_to = {row.id for row in dict(desk.book.groups())[""] if row.id.startswith("go.")}
    assert led_to == {spec.going.id for spec in desk.specs}
    assert not {"go.supervision", "go.campaigns"} & {one.id for one in desk.book.choices()}
