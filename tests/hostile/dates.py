"""Dates that are none, in every field that holds one."""

from briefterm.brief.fields import Type
from tests.hostile.case import SLOTS, Case, Cases, opens

_BAD = (
    ("no-30-february", "2023-02-30", "does not exist; Feb 2023 has 28 days"),
    ("no-29-february", "1900-02-29", "does not exist; Feb 1900 has 28 days"),
    ("no-31-november", "2023-11-31", "does not exist; Nov 2023 has 30 days"),
    ("day-0", "2023-11-00", "does not exist"),
    ("month-13", "2023-13", "months run from 01 to 12"),
    ("month-0", "2023-00-10", "months run from 01 to 12"),
    ("season-of-a-day", "2023-21-01", "months run from 01 to 12"),
    ("season-25", "2023-25", "months run from 01 to 12"),
    ("year-0", "0000", "is in the year 0; years run from 0001 to 9999"),
    ("century-0", "00XX", "is in the year 0"),
    ("year-99999", "99999", "is beyond the year 9999"),
    ("year-negative", "-0044", "is not a date"),
    ("year-of-10000-days", "12023-11-08", "is beyond the year 9999"),
    ("hour-25", "2023-11-08T25:00", "times run from 00:00 to 23:59"),
    ("hour-24", "2023-11-08T24:00", "midnight is 00:00 of the next day"),
    ("minute-60", "2023-11-08T09:60", "times run from 00:00 to 23:59"),
    ("leap-second", "2016-12-31T23:59:60Z", "times run from 00:00 to 23:59"),
    ("offset-15", "2023-11-08T09:30+15:00", "has no such offset"),
    ("offset-99", "2023-11-08T09:30-99:99", "has no such offset"),
    ("zone-name", "2023-11-08T09:30 IST", "is not a date"),
    ("zone-letters", "2023-11-08T09:30EST", "is not a time of day"),
    ("backwards", "2023-11-10/2023-11-03", "ends before it begins; exchange the two dates"),
    ("backwards-clock", "2023-11-08T11:00/09:30", "ends before it begins"),
    ("backwards-zones", "2023-11-08T09:00Z/2023-11-08T10:00+05:30", "ends before it begins"),
    ("no-ends", "../..", "has neither start nor end"),
    ("slash", "/", "has neither start nor end"),
    ("lacks-an-end", "2023/", "lacks an end"),
    ("lacks-a-start", "/2023", "lacks an end"),
    ("three", "2023/2024/2025", "is not a date"),
    ("clock-alone", "../09:30", "is a time without a day"),
    ("american", "11/08/2023", "write 2023-08-11 or 2023-11-08"),
    ("in-words", "8 November 2023", "write 2023-11-08"),
    ("words", "soon", "is not a date"),
    ("arabic-digits", "٢٠٢٣-١١-٠٨", "is not a date"),
    ("superscripts", "²⁰²³-¹¹-⁰⁸", "is not a date"),
    ("fullwidth", "２０２３", "is not a date"),
    ("marks", "~~2023??", "is not a date"),
    ("long", "2023" + "-11" * 60, "is too long for a date"),
    ("line-feed", '"2023\\n/\\n2022"', "ends before it begins"),
    ("exponent", "2e3", "is not a date"),
    ("all-x", "XXXX", "is not a date"),
)  # fmt: skip
_ODD = (
    "0001",
    "9999",
    "9999-24",
    "99XX",
    "999X",
    "0001-01-01T00:00+14:00",
    "9999-12-31T23:59-12:00",
    "../0001",
    "9999/..",
    "2023-11-08T09:30:59.123456789Z",
    "2023?/2024~",
    "%2023",
)
_ZONES = (
    "Asia/Calcuta",
    "IST",
    "+05:30",
    "UTC+5",
    "../../etc/passwd",
    "/etc/passwd",
    "Asia",
    "posixrules/x",
    "Asia/Kolkata/..",
    "leapseconds",
    "tzdata.zi",
    "CON",
    "a" * 300,
    "Asia\\Kolkata",
    "Ａsia/Kolkata",
)


def cases() -> Cases:
    """Yield every bad date in every field of dates, and zones that are none."""
    slots = [slot for slot in SLOTS if slot.field.type is Type.WHEN]
    for slot in slots:
        for name, written, said in _BAD:
            says = (f"{slot.at()}: warning: ", said)
            yield Case(f"{name}-in-{slot.name}", f"`{written}` in {slot.name}", slot.filled(written).encode(), says)
        for written in _ODD:
            text = slot.filled(f'"{written}"')
            name = "".join(char if char.isalnum() else "-" for char in written)
            yield Case(f"odd-{name}-in-{slot.name}", f"`{written}` is at the edge of what is allowed", text.encode())
        many = ", ".join(["2023"] * 2000)
        yield opens(f"set-in-{slot.name}", "a set of 2,000 dates", slot.filled(f"[{many}]"))
        yield opens(
            f"bad-set-in-{slot.name}", "a set with a bad one", slot.filled("[2023, never]"), "`never` is not a date"
        )
    for number, zone in enumerate(_ZONES):
        text = f"title: T\ntimezone: '{zone}'\ntimeline: [{{date: 2023-11-08T09:30, event: E}}]\n"
        yield opens(f"zone-{number}", f"`{zone[:20]}` is no zone", text, "2:11: warning: timezone:", "is no time zone")
    first, last = "{date: 0001-01-01T00:00, event: E}", "{date: 9999-12-31T23:59, event: E}"
    edge = f"title: T\ntimezone: Pacific/Kiritimati\ntimeline: [{first}, {last}]\n"
    yield opens("zone-at-the-edges", "instants before the first and after the last", edge)
    yield opens("gap", "a time that clocks skipped", "title: T\ntimezone: Europe/Paris\ndate: 2023-03-26T02:30\n")
