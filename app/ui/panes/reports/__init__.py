"""Reports: the KPIs of a period with target, trend and rows, and the documents that are handed in."""
