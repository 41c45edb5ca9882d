"""Briefs on their way out to other programs' formats, and other programs' files on their way in. Pure: no screen.

Out: `outlining` makes an outline of a brief once, and the writers of documents (text, Markdown, HTML, DOCX, PDF) say
what is in it, in its order. Calendars, address books and JSON are written from the model. In: each reader turns the
bytes of a file into drafts, the plain values of a brief and a list of what could not be carried.
"""
