"""What each column of a table is for, from its cells first and its header second."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from samenspel_sources.recognise.codes import KIND_WORDS, LENGTHS, is_amsterdam, is_cbs
from samenspel_sources.recognise.layout import Laid
from samenspel_sources.recognise.model import Role
from samenspel_sources.recognise.periods import PERIOD_WORDS, is_period, period
from samenspel_sources.recognise.signs import sign

_NAMES = re.compile(
    r"(?i)naam|name|naem|titel|title|label|omschrijving|^regio|gebied$|gebied[^cs]|buurt|wijk|district|^area$|gemeenten?$"
)
_WIDER = re.compile(r"(?i)gemeente|gm_?naam|municipal|provinc|^land$|stadsdeel|country|bron|source|beschrijving|descr")
_IDENTITY = re.compile(
    r"(?i)id|index|fid|objectid|ogc_fid|gid|gml_id|rn|nr|volgnr|volgnummer|unnamed: \d+|#1|shape_?_?(leng|length|area)|"
    r"lat|lon|lng|latitude|longitude|x|y|x_?coord.*|y_?coord.*|_?styleid|identificatie|geometr(y|ie)"
)
_NO_FIGURE = re.compile(
    r"(code|_nr|nummer|volgnr|_id|geldigheid|registratietijdstip|datum|_date|^date)$|voorkomende_?postcode|^jrstat"
)
_HOUSE = re.compile(r"(?i)huisnummer|huisnr|housenumber|house_?number|hnr")
_POSTCODE = re.compile(r"\d{4} ?[A-Za-z]{2}")
_LEVELS = {
    "neighbourhood": re.compile(r"(?i)buurt|^bu|neighbou?rhood"),
    "ward": re.compile(r"(?i)wijk|^wk|ward|district"),
    "municipality": re.compile(r"(?i)gemeente|^gm|municipal|^gem"),
}


@dataclass(frozen=True)
class View:
    """One column in the sample: its filled cells, and how many of them look like what."""

    place: int
    header: str
    values: tuple[str, ...]
    rows: int

    @cached_property
    def signs(self) -> Mapping[str, float]:
        """Share of the filled cells by what they look like."""
        marks = [sign(text) for text in self.values]
        return {mark: marks.count(mark) / len(marks) for mark in "cynmt"} if marks else {}

    def share(self, test: object) -> float:
        """Share of the filled cells that pass."""
        if not self.values or not callable(test):
            return 0.0
        return sum(bool(test(text)) for text in self.values) / len(self.values)

    @cached_property
    def distinct(self) -> int:
        """How many different filled cells."""
        return len(set(self.values))

    @cached_property
    def full(self) -> float:
        """Share of rows in which it is filled."""
        return len(self.values) / self.rows if self.rows else 0.0


def views(laid: Laid) -> list[View]:
    """All columns of the sample."""
    return [View(place, name, tuple(laid.column(place)), len(laid.sample)) for place, name in enumerate(laid.header)]


def level_of(view: View) -> str:
    """The level of codes without a prefix (`00140000` under `Buurt2025`); "" when they are no codes."""
    for kind, word in _LEVELS.items():
        if word.search(view.header):
            width = LENGTHS[kind]
            fits = rf"\d{{{max(width - 3, 1)},{width}}}(\.0)?|\d{{4}}[0-9A-Z]{{{width - 4}}}"
            named = re.search(r"(?i)code|nr|id$|20\d\d|nummer|^gemeente(n)?$|^wijk$|^buurt$|gwb", view.header)
            if view.share(lambda text, fits=fits: re.fullmatch(fits, text)) >= 0.95 and (named or _padded(view, width)):
                return kind
            return ""
    return next((kind for kind in ("neighbourhood", "ward") if _padded(view, LENGTHS[kind])), "")


def is_local(view: View) -> bool:
    """Codes of the municipality's own, of which only its people know the rest (`0111`)."""
    own = re.fullmatch(r"(?i)(buurt|wijk|gebied|stat|gemeente)?s?_?[ck]ode", view.header.strip())
    short = view.share(lambda text: bool(re.fullmatch(r"[0-9A-Z]{1,8}(\.0)?", text)))
    return bool(own) and short == 1.0 and view.distinct == len(view.values)


def is_bare(view: View) -> bool:
    """Numbers of areas without a prefix or zeros, beside a column that says of what level each is (`gwb_code_8`)."""
    coded = re.search(r"(?i)code|nummer|_nr$", view.header) and "postcode" not in view.header.casefold()
    digits = view.share(lambda text: bool(re.fullmatch(r"\d{1,8}(\.0)?", text)))
    return bool(coded) and digits == 1.0 and view.distinct > view.rows * 0.9


def _padded(view: View, width: int) -> bool:
    """Codes keep a leading zero; numbers do not."""
    whole = view.share(lambda text: len(text) == width and text.isdecimal())
    return whole == 1.0 and view.share(lambda text: text.startswith("0")) > 0.05 and view.distinct > view.rows * 0.5


def scheme_of(view: View) -> str:
    """CBS, Amsterdam or "" for a column of codes with everything a code has."""
    if view.share(is_cbs) >= 0.6:
        return "CBS"
    sure = view.share(lambda text: is_amsterdam(text, sure=True))
    if sure >= 0.6 and view.distinct > 1 and not (view.signs.get("n", 0) > 0.2):
        return "Amsterdam"
    return ""


def code_columns(columns: Sequence[View]) -> Iterator[View]:
    """Columns of area codes, the best one first: of CBS, the most different codes, the most left."""
    found = [(view, scheme_of(view)) for view in columns]
    kept = [(view, scheme) for view, scheme in found if scheme]
    kept.sort(key=lambda item: (item[1] != "CBS", -item[0].distinct, item[0].place))
    yield from (view for view, _ in kept)


def simple_role(view: View) -> Role | None:
    """A role that a column shows by itself; None when it depends on the others."""
    header = view.header.strip()
    if header.casefold() in ("valueattribute", "statuswaarde"):
        return Role.STATUS
    if header.casefold() in ("water", "h2o") and set(map(str.upper, view.values)) <= {"JA", "NEE", "B"}:
        return Role.WATER
    if view.share(lambda text: text.casefold() in KIND_WORDS) >= 0.9:
        return Role.KIND
    if view.share(lambda text: bool(_POSTCODE.fullmatch(text))) >= 0.8:
        return Role.POSTCODE
    if _HOUSE.fullmatch(header):
        return Role.HOUSE
    if is_time(view):
        return Role.PERIOD
    return None


def is_time(view: View) -> bool:
    """A column of years or periods; a header that says so, or the notation of StatLine."""
    if view.share(is_period) < 0.9:
        return False
    coded = view.share(lambda text: bool(re.fullmatch(r"\d{4}(JJ|MM|KW|HJ|X)\d+\*?", text)))
    if PERIOD_WORDS.fullmatch(view.header.strip()):
        return True
    headless = view.header.startswith("#") and view.share(lambda text: period(text) == text) == 1.0
    return coded >= 0.9 or (headless and view.distinct <= 60)


def is_figure(view: View) -> bool:
    """Numbers and marks for no number; also a column that has not got any yet."""
    header = view.header.strip()
    if _IDENTITY.fullmatch(header) or _NO_FIGURE.search(_words(header)):
        return False
    if not view.values:
        return not header.startswith("#")
    numeric = view.signs["n"] + view.signs["m"] + view.share(_plain_year)
    if view.share(lambda text: len(text) > 12 and text.isdecimal()) > 0.5:
        return False
    return numeric >= 0.8


def is_text(view: View) -> bool:
    """Words."""
    return view.signs.get("t", 0.0) + view.signs.get("c", 0.0) >= 0.6


def named_like_area(view: View) -> bool:
    """Whether the header says that here are names of areas."""
    return bool(_NAMES.search(view.header)) and is_text(view) and not re.search(r"(?i)code|id$", view.header)


def of_wider_area(view: View) -> bool:
    """Whether the header speaks of something around the area, such as its municipality."""
    return bool(_WIDER.search(view.header))


def _plain_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and is_period(text)


def _words(header: str) -> str:
    """`ligtInWijkId` and `LIGT_IN_WIJK_ID` end alike."""
    return re.sub(r"_?\d{1,3}$", "", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", header)).casefold()
