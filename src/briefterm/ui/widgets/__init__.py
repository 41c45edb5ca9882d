"""Widgets of our own: drawn by line, so that their cost is that of the lines on the screen."""
