"""The screen: Textual over the core. Values go in, messages come out; no widget is asked what the truth is.

Textual draws at most so many times a second. What is drawn costs the same, and at its own 60 a letter typed just after
results were drawn would wait for up to two of these turns.
"""

import os

os.environ.setdefault("TEXTUAL_FPS", "240")
