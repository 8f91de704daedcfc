"""The training pane: today's drill by keyboard, what was right and why, strong and weak topics."""
