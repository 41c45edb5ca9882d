"""A library with people who meet several times, for the screens about all of it."""

FILES = {
    "talks.yaml": """\
title: Coastal Security Talks
id: talks-2023
date: 2023-11-10
kind: ministerial
place: New Delhi
marking: TLP:AMBER
related: [call]
officials:
  - {id: singh, name: Rajnath Singh, title: Defence Minister, country: IN, side: host, say: RAHJ-naht}
  - {id: austin, name: Lloyd Austin, title: Defence Secretary, country: US, side: visitor}
agenda:
  - {topic: Radar pictures, who: [singh, austin], marking: TLP:RED}
  - {topic: Spare parts, who: [austin]}
  - {topic: Any other business}
timeline:
  - {date: 2018-09, event: First round of talks}
  - {date: 2023-11-10, event: Talks in Delhi, who: [austin, singh]}
  - {date: 2024-03, event: Next round, who: [singh]}
""",
    "call.yaml": """\
title: Call of January
id: call
date: 2023-01-20
kind: call
officials:
  - {id: singh, name: Singh Rajnath, title: Defence Minister, country: IN, side: host}
  - {id: austin, name: Lloyd Austin, country: US, side: visitor}
  - {name: Amina Yusuf, title: Harbour Master, country: KE, org: Navy}
timeline:
  - {date: 2023-01-20, event: They spoke of radar}
  - {date: 2023, event: Some time that year}
""",
    "empty.yaml": "title: A brief without people\ndate: 2022-05-01\n",
}
PEOPLE = """\
- name: Rajnath Singh
  ids: [singh]
  address: Minister
  bio: Born in the hills.
"""
