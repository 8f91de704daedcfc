"""Main window, navigation and sign-in; places panes and knows nothing else."""
