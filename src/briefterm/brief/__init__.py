"""One brief, and nothing of files or screens: bytes in, a frozen model and its problems out."""
