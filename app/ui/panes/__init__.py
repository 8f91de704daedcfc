"""One folder a feature; a pane never imports another pane."""
