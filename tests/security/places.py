"""A filled place for tests over all routes: the example neighbourhood, and what to put into every address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from demo.loader import neighbourhood, round_2020, round_2026
from samenspel.contracts.actor import Actor, Role
from samenspel.instruments.offers.models import Match
from samenspel.instruments.stories.models import StoryRecording
from samenspel.instruments.surveys.models import Remark, Survey
from samenspel.kernel.access import actions as access
from samenspel.kernel.access.models import Mandate
from samenspel.kernel.cycle.models import Body, CalendarItem, Cycle
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.news import actions, links, tasks
from samenspel.kernel.news.models import Follow
from samenspel.kernel.news.queries import Target
from samenspel.kernel.people import actions as people
from samenspel.kernel.people.models import Account, Membership
from samenspel.kernel.places import actions as places
from samenspel.kernel.tests.cast import STAFF
from samenspel.stages.agenda.models import Dissent
from samenspel.stages.assessment.models import Voice
from samenspel.stages.commissioning.models import Partner
from samenspel.stages.profile.models import Figure
from samenspel.stages.quality.models import Statement

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
LIBRARIES = ("allauth.", "django.", "whitenoise.")
PLACE, NOW, PARTY = "indische-buurt", "2026", "tuingroep-bogor"
# Roles of the rows -> who of the example cast; "elsewhere" organises another place.
ROLES = {
    "visitor": "", "resident": "bewoner", "initiative": "initiatief", "official": "ambtenaar",
    "organiser": "professional", "elsewhere": "elsewhere",
}  # fmt: skip
# In which room, after which fixed word of the address, a code of which kind stands.
KIND_AFTER = {
    ("profile", "verhaal"): "story", ("profile", "bron"): "asset", ("profile", "cijfer"): "figure",
    ("profile", "enquete"): "survey",
    ("consultation", "verhaal"): "story", ("consultation", "ophalen"): "contribution", ("agenda", "agenda"): "priority",
    ("proposals", "voorstellen"): "proposal", ("plan", "plan"): "plan_line", ("budget", "vraag"): "question",
    ("budget", "geld"): "budget_line", ("quality", "kwaliteit"): "quality_definition", ("assessment", "taak"): "task",
    ("assessment", "gesprek"): "assessment", ("commissioning", "plan"): "joint_plan",
    ("commissioning", "ronde"): "call", ("commissioning", "keuze"): "option",
    ("commissioning", "toekenning"): "award", ("pact", "belofte"): "commitment", ("pact", "pact"): "pact",
    ("monitoring", "les"): "lesson", ("monitoring", "opbrengst"): "outcome", ("", "d"): "story", ("news", "d"): "story",
    ("", "stem"): "call",
}  # fmt: skip
# Rounds of money of now are voted on; the rounds of 2020 have a result.
LIVE = {"vote", "choose", "cast", "codes", "reissue", "block", "paper", "stack", "letters", "vote_here"}
CONNECTION = (
    "profile:connection", "profile:accept_match", "profile:meet_match", "profile:finish_match", "profile:drop_match",
)  # fmt: skip
STEPS = {"plan_step": "klaar", "call_step": "sluiten", "award_step": "betaald"}


@dataclass(frozen=True)
class Route:
    """One address of ours: its name, its parts, and what its view declares."""

    name: str
    pattern: str
    view: Callable[..., Any]

    @property
    def access(self) -> str:
        """Who may come in."""
        return str(getattr(self.view, "access", ""))

    @property
    def methods(self) -> frozenset[str]:
        """GET, POST, or both."""
        return frozenset(getattr(self.view, "methods", {"GET"})) & {"GET", "POST"}

    @property
    def words(self) -> list[str]:
        """The parts of the address."""
        return [part for part in self.pattern.split("/") if part]


def routes(resolver: URLResolver | None = None, before: str = "", spaces: str = "") -> Iterator[Route]:
    """Every address of our own views."""
    for entry in (resolver or get_resolver()).url_patterns:
        pattern = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, pattern, f"{spaces}{entry.namespace}:" if entry.namespace else spaces)
        elif isinstance(entry, URLPattern):
            module = getattr(entry.callback, "view_class", entry.callback).__module__
            if not module.startswith(LIBRARIES):
                yield Route(f"{spaces}{entry.name}", pattern, entry.callback)


@dataclass
class Filled:
    """The example neighbourhood, with a browser for every role."""

    clients: dict[str, Client] = field(default_factory=dict)
    codes: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    owners: dict[str, tuple[str, str]] = field(default_factory=dict)
    voting_codes: list[str] = field(default_factory=list)
    tokens: dict[str, str] = field(default_factory=dict)

    def address(self, route: Route) -> str:
        """The address of a route with something real in every part."""
        wanted = {part[1:-1].split(":")[-1] for word in route.words for part in _parts(word)}
        facts = {**_fixed(route), **self._code(route, wanted), "pk": self.numbers.get(route.name, 1)}
        facts["partner"] = self.numbers["partner"]
        facts["token"] = self.tokens.get(route.name, "")
        return reverse(route.name, kwargs={name: facts[name] for name in wanted})

    def _code(self, route: Route, wanted: set[str]) -> dict[str, str]:
        if "code" not in wanted:
            return {}
        if route.name in self.owners:
            return dict(zip(("code", "cycle"), self.owners[route.name], strict=True))
        room, last = route.name.rpartition(":")[0], route.name.rpartition(":")[2]
        before = route.words[next(n for n, w in enumerate(route.words) if "code" in w) - 1]
        kind = KIND_AFTER[room, before]
        first, other = (NOW, "2020") if last in LIVE or kind not in ("call", "option") else ("2020", NOW)
        code, cycle = self.codes.get((kind, first)) or self.codes[kind, other]
        return {"code": code, "cycle": cycle}


def _parts(word: str) -> list[str]:
    found, rest = [], word
    while "<" in rest:
        start, end = rest.index("<"), rest.index(">")
        found.append(rest[start : end + 1])
        rest = rest[end + 1 :]
    return found


def _fixed(route: Route) -> dict[str, str]:
    """What stands in an address that is no code and no number of a row."""
    last = route.name.rpartition(":")[2]
    two = {"stage": "plan", "number": "2", "earlier": "1"} if "verschil" in route.pattern else {}
    return {
        "place": PLACE, "cycle": "2020" if "uitgaven" in route.pattern else NOW, "theme": "income", "stage": "agenda",
        "indicator": "lonely", "area": "WK036332", "period": "2020",
        "codes": "BU0363MF01+BU0363MF02" if route.name == "areas:every" else "BU0363MF01",
        "key": "mark_day", "condition": "trust", "block": "urgency", "step": STEPS.get(last, ""), "number": "1",
        "contract": "Priority", "rest": "reset/", "name": "stories", "kind": "csv",
        "language": "nl", "room": "plan",
        "slug": {"walk_in": "bewoner", "guide": "bewoners"}.get(last, PARTY),
        **two,
    }  # fmt: skip


def fill() -> Filled:
    """Load the example neighbourhood through its actions, and let everybody log in."""
    world = neighbourhood.build()
    round_2020.play(world)
    letters = round_2026.play(world)
    elsewhere = places.add_place(None, by=STAFF, slug="overkant", name="Overkant")
    stranger = people.register_account(Account(email="elsewhere@example.org"), by=STAFF, name="Otto", place=elsewhere)
    assert stranger.person is not None
    for given in (Role.ORGANISER, Role.EDITOR, Role.AREA_TEAM, Role.FINANCE, Role.BOARD):
        access.give_mandate(elsewhere, by=STAFF, person=stranger.person, role=given, given_by="test")
    filled = Filled(voting_codes=letters)
    for role, who in ROLES.items():
        filled.clients[role] = Client()
        if who:
            filled.clients[role].force_login({**world.accounts, "elsewhere": stranger}[who], backend=BACKEND)
    for node in Node.objects.filter(public=True, place=world.place).select_related("cycle").order_by("-pk"):
        if node.cycle:
            filled.codes[node.kind, node.cycle.slug] = (node.code, node.cycle.slug)
    filled.numbers = _numbers(world)
    filled.owners = _owners(world)
    filled.tokens = _tokens(world)
    return filled


def _tokens(world: Any) -> dict[str, str]:
    """The signed links of somebody who follows a round with only an address."""
    target = Target(world.place, "", "", cycle=Cycle.objects.get(place=world.place, slug=NOW))
    actions.ask(world.place, by=Actor(), email="sara@example.org", language="nl", target=target, send=tasks.send_link)
    follow = Follow.objects.get(reader__email="sara@example.org")
    news = links.news_path(follow.reader, "sara@example.org").split("/")[2]
    return {"news:confirm": links.confirm_path(follow, "sara@example.org").split("/")[3],
            "news:by_link": news, "news:one_click": news}  # fmt: skip


def _numbers(world: Any) -> dict[str, int]:
    """Rows that are named by a number in the address, each of the thing whose code stands before it."""
    place = world.place
    mandate, statement = _first(Mandate, place=place), _first(Statement, definition__node__place=place)
    dissent = _first(Dissent, priority__node__place=place)
    return {
        "access:end": mandate, "access:lay_down": mandate,
        "people:let_speak": _first(Membership, party__slug=PARTY),
        "cycle:change_body": _first(Body, place=place), "cycle:change_date": _first(CalendarItem, cycle__slug=NOW),
        "profile:cite": _first(Figure, area_code="WK0363MG"), "partner": _first(Partner, plan__node__place=place),
        "profile:show_remark": _first(Remark), "profile:hide_remark": _first(Remark),
        "agenda:take_back": dissent, "agenda:hide_dissent": dissent, "assessment:hide": _first(Voice),
        "quality:change_statement": statement, "quality:remove_statement": statement,
        **dict.fromkeys(CONNECTION, _open_match(world).pk),
    }  # fmt: skip


def _owners(world: Any) -> dict[str, tuple[str, str]]:
    """The things whose parts are named by a number."""
    dissent = Dissent.objects.filter(priority__node__place=world.place).order_by("pk")[0].priority
    statement = Statement.objects.filter(definition__node__place=world.place).order_by("pk")[0].definition
    voice = Voice.objects.order_by("pk")[0].assessment
    partner = Partner.objects.order_by("pk")[0].plan
    match = _open_match(world).asset
    spoken = StoryRecording.objects.filter(story__node__place=world.place).order_by("pk")[0].story
    remark = Remark.objects.order_by("pk")[0].survey
    asked = Survey.objects.filter(state="open").order_by("pk")[0]
    names: dict[Any, tuple[str, ...]] = {
        remark: ("profile:show_remark", "profile:hide_remark"),
        asked: ("profile:fill_survey", "profile:survey_desk", "profile:close_survey"),
        dissent: ("agenda:take_back", "agenda:hide_dissent"), voice: ("assessment:hide",),
        statement: ("quality:change_statement", "quality:remove_statement"), partner: ("commissioning:answer",),
        match: CONNECTION, spoken: ("profile:story_recording", "profile:write_out_story"),
    }  # fmt: skip
    return {name: (thing.node.code, thing.node.cycle.slug) for thing, routes_ in names.items() for name in routes_}


def _open_match(world: Any) -> Match:
    """Two who are not ready with each other yet."""
    found = Match.objects.filter(asset__node__place=world.place, state="asked")
    return found.select_related("asset__node__cycle").order_by("pk")[0]


def _first(model: Any, **wanted: Any) -> int:
    return int(model.objects.filter(**wanted).order_by("pk").values_list("pk", flat=True)[0])
