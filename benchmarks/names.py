"""Made-up people for the benchmarks: names in several scripts, posts, and years in which one holds them."""

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Naming:
    """How people of some countries are named. Each name is written, and where that is not Latin, in Latin after `/`."""

    countries: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    family_first: bool = False


@dataclass(frozen=True)
class Person:
    """Somebody with a post from the year `since` to `until`. `alias` is the name in Latin letters, or a short form."""

    id: str
    name: str
    alias: str
    title: str
    country: str
    org: str
    since: int
    until: int


def _naming(countries: str, given: str, family: str, *, family_first: bool = False) -> Naming:
    return Naming(tuple(countries.split()), tuple(given.split()), tuple(family.split()), family_first)


NAMINGS = (
    _naming(
        "US GB AU CA IE",
        "John William Mary James Elizabeth Robert Ann Charles George Margaret Henry Alice Thomas Ruth Samuel",
        "Adams Brooks Carver Dunmore Ellery Fairchild Grantham Holloway Ingram Kerrigan Lockwood Merriweather O’Brien "
        "Pemberton Quinlan Ridgeway Sutherland Thackeray Underhill Whitcombe",
    ),
    _naming(
        "FR BE CH CI TG",
        "Émile Léa Hélène François Zoé Noël Agnès Jérôme Anaïs Gaël",
        "Beaumont Châtelain Deschênes d’Aubigny Fèvre Grosjean Lévêque Ménard Pâquet Thérault",
    ),
    _naming(
        "ES MX CO PE AR BR PT",
        "Juan María José Íñigo Lucía João Inês Begoña Ramón Conceição",
        "Peña Guaidó Hernández Ibáñez Núñez Conceição Magalhães Araújo Zúñiga Quiñones",
    ),
    _naming(
        "DE AT DK NO SE FI IS",
        "Jürgen Søren Göran Ólafur Käthe Åse Bjørn Ulrike Þóra Matti",
        "Müller Ångström Sørensen Þorláksson Grünewald Bäcker Lindqvist Mäkelä Weiß Østergaard",
    ),
    _naming(
        "PL CZ HR RS TR RO HU",
        "Wałęsa Zdzisław Jiří Živko İsmet Çiğdem Ștefan Zoltán Łucja Đorđe",
        "Wałęsa Kovačević Ćosić Dvořák İnönü Şahin Ionescu Szabó Żukowski Đurić",
    ),
    _naming(
        "RU UA BG KZ",
        "Анна/Anna Игорь/Igor Дмитрий/Dmitri Ольга/Olga Сергей/Sergei Тарас/Taras Айгуль/Aigul Пётр/Pyotr",
        "Каримов/Karimov Соколова/Sokolova Шевчук/Shevchuk Ёлкин/Yolkin Назарбаев/Nazarbayev Жуков/Zhukov "
        "Левченко/Levchenko Димитров/Dimitrov",
    ),
    _naming(
        "EG SA AE JO MA IQ",
        "محمد/Mohammed فاطمة/Fatima خالد/Khalid ليلى/Layla يوسف/Yusuf نور/Noor سامي/Sami هدى/Huda",
        "الفيصل/Al-Faisal القاسم/Al-Qasim المصري/Al-Masri حداد/Haddad بنجلون/Benjelloun الزهراني/Al-Zahrani "
        "البرزاني/Al-Barzani شكري/Shukri",
    ),
    _naming(
        "IN NP",
        "राजेश/Rajesh प्रिया/Priya सुब्रह्मण्यम/Subrahmanyam अनिता/Anita विक्रम/Vikram मीरा/Meera",
        "जयशंकर/Jaishankar सिंह/Singh शर्मा/Sharma कृष्णन/Krishnan पटेल/Patel थापा/Thapa",
    ),
    _naming(
        "JP",
        "健二/Kenji 由美/Yumi 博/Hiroshi 恵子/Keiko 大輔/Daisuke 直美/Naomi",
        "上川/Kamikawa 高橋/Takahashi 渡辺/Watanabe 小林/Kobayashi 斎藤/Saito 岸本/Kishimoto",
        family_first=True,
    ),
    _naming(
        "KR", "민준/Min-jun 서연/Seo-yeon 지훈/Ji-hoon 수진/Su-jin", "김/Kim 박/Park 최/Choi 강/Kang", family_first=True
    ),
    _naming(
        "CN SG", "伟/Wei 丽/Li 建国/Jianguo 晓明/Xiaoming", "王/Wang 李/Li 张/Zhang 欧阳/Ouyang", family_first=True
    ),
    _naming("VN", "Hoa Minh Thảo Đức Hương", "Nguyễn Trần Lê Phạm", family_first=True),
    _naming(
        "GR IL GE",
        "Νίκος/Nikos Ελένη/Eleni דוד/David יעל/Yael გიორგი/Giorgi ნინო/Nino",
        "Παπαδόπουλος/Papadopoulos Δένδια/Dendia כהן/Cohen לוי/Levi ბერიძე/Beridze ლომიძე/Lomidze",
    ),
    _naming(
        "KE NG ZA GH TZ",
        "Chidi Kwame Wanjiru Ngozi Thabo Amina Lerato Juma",
        "Dlamini Okonkwo Kenyatta Mensah Nkosi Adébáyò Mwangi N’Diaye",
    ),
)
_TITLES = (
    "President", "Prime Minister", "Minister of Foreign Affairs", "Minister of Defence", "Ambassador",
    "Secretary of State", "Permanent Representative", "Deputy Minister", "Chief of Protocol", "Special Envoy",
    "National Security Adviser", "Director General", "Chargé d’affaires", "Minister of Trade", "Governor",
)  # fmt: skip
_ORGS = (
    "Ministry of Foreign Affairs", "Ministry of Defence", "Presidency", "Cabinet Office", "Embassy", "Parliament",
    "Central Bank", "", "",
)  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1860, 2030


def people(chance: random.Random, count: int) -> list[Person]:
    """Return `count` people in the order in which they come into office, more of them the nearer to our day."""
    years = sorted(LAST_YEAR - int((LAST_YEAR - FIRST_YEAR) * chance.random() ** 2) for _ in range(count))
    return [_person(chance, number, since) for number, since in enumerate(years)]


def _person(chance: random.Random, number: int, since: int) -> Person:
    naming = chance.choice(NAMINGS)
    given, _, given_latin = chance.choice(naming.given).partition("/")
    family, _, family_latin = chance.choice(naming.family).partition("/")
    middle = f" {chance.choice('ABCDEFGHJKLMNPRSTW')}." if family.isascii() and chance.random() < 0.4 else ""
    name = f"{family} {given}" if naming.family_first else f"{given}{middle} {family}"
    alias = f"{given_latin or given} {family_latin or family}" if given_latin or family_latin else ""
    if middle and not alias:
        alias = f"{given} {family}"
    return Person(
        f"p{number}" if chance.random() < 0.6 else "",
        name,
        alias,
        chance.choice(_TITLES),
        chance.choice(naming.countries),
        chance.choice(_ORGS),
        since,
        min(LAST_YEAR, since + chance.randint(1, 25)),
    )
