"""Practice: a mock call in the real intake window, marked the whole time, at a desk that is thrown away afterwards.

pane          PracticePane: the band, the caller, and the intake pane that the shell puts in
band          the words and the color that say that nothing here is real
caller_panel  what the caller and the operator said, the mood, the line in which the operator speaks
presenting    the transcript as HTML, without Qt
"""
