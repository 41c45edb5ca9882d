"""The screen: Textual over the core. Values go in, messages come out; no widget is asked what the truth is."""
