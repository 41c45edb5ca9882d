"""Where a word stands in a brief, as bits of one byte, the most telling place highest."""

TITLE = 128
OFFICIALS = 64
AGENDA = 32
TIMELINE = 16
BACKGROUND = 8
PROSE = 4
NOTES = 2
REST = 1
EVERYWHERE = 255
