"""A brief of one day, and clocks to read it by."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

DELHI, BERLIN, NEW_YORK = ZoneInfo("Asia/Kolkata"), ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
TITLE = "A day of talks in New Delhi"
DAY = """\
title: A day of talks in New Delhi
date: 2023-11-10
timezone: Asia/Kolkata
countries: [IN, US]
marking: TLP:AMBER
place: New Delhi
principal: austin
officials:
  - {id: singh, name: Rajnath Singh, title: Defence Minister, country: IN, side: host, sources: [wire]}
  - {id: jai, name: S Jaishankar, title: External Affairs Minister, country: IN, side: host}
  - {id: austin, name: Lloyd Austin, title: Defence Secretary, country: US, side: visitor, sources: [wire]}
  - {id: biden, name: Joe Biden, title: President, country: US, side: mentioned}
agenda:
  - topic: Shared radar pictures
    when: 2023-11-10T09:30/11:00
    by: IN
    who: [singh, austin]
    ask: A liaison officer at the fusion centre
    certainty: likely
    points:
      - The two navies already patrol the same lanes
      - A trial in spring ended well
    if_raised: ["Who pays: each side its own officer"]
    avoid: [Any date for a signature]
    sources: [wire, mea]
  - topic: Spare parts for the transport fleet
    when: 2023-11-10T11:00/11:30
    by: US
    ask: Two crates a month through Agra
    certainty: stated
    sources: [mea]
  - topic: Any other business
    by: both
timeline:
  - 2018: First round of talks
  - {date: 2023-11-09T20:00, event: Arrival at Palam, sources: [mea]}
  - date: 2023-11-10T13:00/14:00
    event: Lunch given by the Defence Minister
    place: Hyderabad House
    who: [singh, jai]
    certainty: expected
    sources: [mea]
  - 2023-11-12: Departure
sources:
  - {id: wire, name: A wire report, kind: news, reliability: C3, quote: officials said on Monday}
  - {id: mea, name: Ministry of External Affairs, kind: official statement}
  - {id: blog, name: A blog, reliability: rumours}
"""


def at(text: str, zone: ZoneInfo = DELHI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


class Hands:
    """A clock that is moved by hand."""

    def __init__(self, text: str, home: ZoneInfo = BERLIN) -> None:
        self._home = home
        self.turn(text)

    def turn(self, text: str) -> None:
        """Set it to a time in Delhi."""
        self._moment = at(text).astimezone(UTC)

    def __call__(self) -> datetime:
        return self._moment.astimezone(self._home)
