"""The configuration file to begin with: every setting explained, all of them commented out."""

TEMPLATE = """\
# The configuration of briefterm. Every setting is optional: take the `#` away from what you want.
# Flags weigh more than the environment, the environment more than this file.
# `briefterm config --show` says what holds and where it comes from; `briefterm config --edit` checks this file.
# While the app runs, `theme` and `keys` follow this file at once.

# The folder of your briefs; a relative one is meant from this file's folder. Named here, it weighs more than the one
# last opened in the app (D). ($BRIEFTERM_LIBRARY, --library)
#library: ~/briefs

# Searches by name: type @week into the search bar, or `briefterm search @week`.
#searches:
#  week: date:this-week
#  quad: country:IN country:JP "joint statement"

# What the app searches for as it opens.
#start: "@week"

# Your own time zone, where it is not this computer's: clock times are shown there too.
#home: Asia/Kolkata

# The language of country names, months and weekdays, and the order of dates; else that of $LC_ALL, $LC_TIME or $LANG.
#locale: de

# The colours: briefterm-dark, briefterm-light, terminal-dark and terminal-light, which take the terminal's own 16
# colours, any of Textual's (nord, gruvbox, solarized-light, ...), or the name of a file themes/NAME.yaml beside this
# one. Named here, it weighs more than what was chosen in the app (ctrl+t). ($BRIEFTERM_THEME, --theme)
#theme: briefterm-dark

# Plain lines one below the other, for screen readers and braille, from the start (v in the app, --linear).
#linear: true

# Keys by command: `?` in the app has the name of each beside it (on a narrow screen, and in plain lines, once you type
# there), and so has docs/keys.md. Several keys are parted by commas, none at all takes a command its keys. What is not
# named here keeps its keys.
#keys:
#  search.open: ctrl+f, /
#  list.page_down: pagedown, space
#  text.page_down: pagedown, space
#  app.suspend: ""
"""
