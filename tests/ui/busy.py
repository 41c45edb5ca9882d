"""A minister's day: fifteen items in four rooms, nine people, some of them wanted twice at once."""

TITLE = "Ministerial day in Vienna"
BUSY = """\
title: Ministerial day in Vienna
id: vienna-day
date: 2024-03-14
timezone: Europe/Vienna
place: Vienna
marking: TLP:AMBER
countries: [AT, IN]
principal: jai
officials:
  - {id: jai, name: S Jaishankar, title: External Affairs Minister, country: IN, side: visitor, rank: 1}
  - {id: alex, name: Alexander Berg, title: Foreign Minister, country: AT, side: host, rank: 2}
  - {id: lena, name: Lena Huber, title: Minister of Economy, country: AT, side: host}
  - {id: mira, name: Mira Sethi, title: Ambassador, country: IN, side: visitor}
  - {id: arjun, name: Arjun Rao, title: Private Secretary, country: IN, side: visitor}
  - {id: tomas, name: Tomas Leitner, title: Chief of Protocol, country: AT, side: host}
  - {id: eva, name: Eva Moser, title: Political Director, country: AT, side: host}
  - {id: nisha, name: Nisha Pillai, title: Spokesperson, country: IN, side: visitor}
  - {id: karl, name: Karl Adler, title: Chancellor, country: AT, side: host}
agenda:
  - {topic: Tête-à-tête, when: 2024-03-14T09:30/10:00, place: Blue Salon, by: AT, who: [jai, alex]}
  - {topic: Trade and investment, when: 2024-03-14T10:00/10:45, place: Congress Hall, by: IN, who: [lena, mira]}
  - {topic: Migration and mobility, when: 2024-03-14T10:45/11:30, place: Congress Hall, by: AT, who: [eva]}
  - {topic: Press preparation, when: 2024-03-14T11:00/11:30, place: Press Room, by: IN, who: [nisha, mira]}
  - {topic: Call on the Chancellor, when: 2024-03-14T14:30/15:15, place: Blue Salon, by: AT, who: [karl, jai, mira]}
  - {topic: Business round table, when: 2024-03-14T15:00/16:30, place: Congress Hall, by: IN, who: [lena, mira, jai]}
  - {topic: Any other business}
timeline:
  - {date: 2024-03-14T08:15, event: Arrival at Schwechat, place: Schwechat, who: [tomas, jai, arjun], status: planned}
  - {date: 2024-03-14T09:15/09:30, event: Signing of the guest book, place: Blue Salon, who: [jai, tomas]}
  - {date: 2024-03-14T10:00/11:30, event: Delegation talks, place: Congress Hall, who: [alex, jai, lena, mira, eva]}
  - {date: 2024-03-14T11:45/12:15, event: Joint press conference, place: Press Room, who: [jai, alex, nisha]}
  - {date: 2024-03-14T12:30/14:00, event: Working lunch, place: Garden Room, who: [alex, jai, eva, mira, tomas]}
  - {date: 2024-03-14T13:30/14:15, event: Protocol walk-through, place: Congress Hall, who: [tomas, arjun]}
  - {date: 2024-03-14T15:30/16:00, event: Photographs, place: Congress Hall, who: [nisha]}
  - {date: 2024-03-14T17:00/18:00, event: Meeting with the community, place: Garden Room, who: [jai, nisha]}
  - {date: 2024-03-14T20:00, event: Dinner, place: Garden Room, who: [karl, alex, jai]}
  - {date: 2024-03-14, event: Gifts are exchanged}
  - {date: 2024-03-15T07:40/08:30, event: Departure, place: Schwechat, who: [jai, tomas]}
"""
OTHER = """\
title: Trade forum
id: trade-forum
date: 2024-03-14
timezone: Europe/Vienna
marking: TLP:GREEN
countries: [AT]
officials:
  - {id: lena, name: Lena Huber, title: Minister of Economy, country: AT}
  - {id: omar, name: Omar Haddad, title: Secretary of Trade, country: JO}
agenda:
  - {topic: Opening of the forum, when: 2024-03-14T13:00/14:00, place: Fair Hall, who: [lena, omar]}
  - {topic: Panel on ports, when: 2024-03-14T15:15/16:00, place: Fair Hall, who: [lena, omar]}
"""
FILES = {"busy.yaml": BUSY, "forum.yaml": OTHER, "plain.yaml": "title: No times here\ndate: 2024-03-20\n"}
