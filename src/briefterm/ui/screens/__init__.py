"""The screens: the reader, and the help over it."""
