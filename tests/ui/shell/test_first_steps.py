from app.ui.shell.first_steps import FirstSteps


def test_an_operator_is_shown_five_parts(desk):
    steps = FirstSteps(desk).steps()
    assert len(steps) == 5
    assert [step.part for step in steps][:2] == [desk.rail, desk.state]


def test_who_takes_no_calls_is_not_told_how_to(desk_of):
    titles = [step.title for step in FirstSteps(desk_of("admin")).steps()]
    assert titles == ["Everything has its place", "Find everything"]


def test_the_tour_lies_over_the_desk(desk):
    desk.show_around()
    assert desk._coach.isVisible()
    assert desk._coach.step == 0
