"""Commands in the calendar of the library, and in the day as bars."""

from functools import partial

from briefterm.ui.commands.command import Command, Place

_calendar = partial(Command, place=Place.CALENDAR, palette=False)
_day = partial(Command, place=Place.DAY, palette=False)

CALENDAR = (
    _calendar(
        "calendar.open",
        "To what is on the day; from there to the brief",
        ("enter",),
        action="screen.other",
        footer="day",
    ),
    _calendar("calendar.left", "The day before", ("left", "h"), action="screen.day(-1)", counted="screen.day(-{})"),
    _calendar("calendar.right", "The next day", ("right", "l"), action="screen.day(1)", counted="screen.day({})"),
    _calendar("calendar.up", "A week before", ("up", "k"), action="screen.week(-1)", counted="screen.week(-{})"),
    _calendar("calendar.down", "A week on", ("down", "j"), action="screen.week(1)", counted="screen.week({})"),
    _calendar(
        "calendar.next",
        "The next day that has anything",
        ("n",),
        action="screen.full(1)",
        footer="next",
        counted="screen.full({})",
    ),
    _calendar(
        "calendar.previous",
        "The day before that has anything",
        ("N",),
        action="screen.full(-1)",
        counted="screen.full(-{})",
    ),
    _calendar(
        "calendar.month_on",
        "The next month",
        ("]", "pagedown"),
        action="screen.month(1)",
        footer="month",
        counted="screen.month({})",
    ),
    _calendar(
        "calendar.month_before",
        "The month before",
        ("[", "pageup"),
        action="screen.month(-1)",
        counted="screen.month(-{})",
    ),
    _calendar(
        "calendar.year_on", "The next year", ("}",), action="screen.year(1)", footer="year", counted="screen.year({})"
    ),
    _calendar("calendar.year_before", "The year before", ("{",), action="screen.year(-1)", counted="screen.year(-{})"),
    _calendar("calendar.today", "Today", (".",), action="screen.today", footer="today"),
    _calendar("calendar.first", "The first day that has anything", ("home", "g"), action="screen.end(-1)"),
    _calendar("calendar.last", "The last day that has anything", ("end", "G"), action="screen.end(1)"),
    _calendar("calendar.narrow", "Only of briefs that a search finds", ("/",), action="screen.narrow", footer="narrow"),
    _calendar("calendar.other", "To what is on the day, and back", ("tab", "shift+tab"), action="screen.other"),
    _calendar("calendar.close", "Back, one step", ("escape", "q"), action="screen.close", footer="back"),
    _day(
        "day.next",
        "The next item of this room or person",
        ("right", "l"),
        action="screen.along(1)",
        counted="screen.along({})",
    ),
    _day("day.previous", "The one before", ("left", "h"), action="screen.along(-1)", counted="screen.along(-{})"),
    _day("day.down", "The next room or person", ("down", "j"), action="screen.across(1)", counted="screen.across({})"),
    _day("day.up", "The one before", ("up", "k"), action="screen.across(-1)", counted="screen.across(-{})"),
    _day("day.open", "Go to the item", ("enter",), action="screen.open", footer="go there"),
    _day("day.by", "By room, or by person", ("tab",), action="screen.turn", footer="room/person"),
    _day(
        "day.after",
        "The next day that has clock times",
        ("]", "pagedown"),
        action="screen.day(1)",
        footer="day",
        counted="screen.day({})",
    ),
    _day(
        "day.before",
        "The day before that has clock times",
        ("[", "pageup"),
        action="screen.day(-1)",
        counted="screen.day(-{})",
    ),
    _day("day.clash", "The next conflict, and whose it is", ("!",), action="screen.clash", footer="conflict"),
    _day("day.now", "What is under way or next", (".",), action="screen.now", footer="now"),
    _day("day.first", "The first item", ("home", "g"), action="screen.end(-1)"),
    _day("day.last", "The last item", ("end", "G"), action="screen.end(1)"),
    _day(
        "day.all",
        "With all briefs of the library on that day, or without",
        ("a",),
        action="screen.all",
        footer="all briefs",
    ),
    _day("day.blank", "Blank the screen", ("B",), action="app.blank"),
    _day("day.close", "Back to the brief", ("escape", "q"), action="screen.close", footer="back"),
)
