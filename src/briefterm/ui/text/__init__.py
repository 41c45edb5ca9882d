"""What the panes say, made from frozen values: pure functions from a brief to rows and paragraphs."""
