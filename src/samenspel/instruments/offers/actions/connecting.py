"""An offer and an ask become a connection: asked, brought together, met, done; through the platform."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.offers import rules
from samenspel.instruments.offers.actions.offering import somebody
from samenspel.instruments.offers.models import Asset, Match, MatchNote
from samenspel.instruments.offers.states import OPEN_MATCHES, AssetState, MatchState
from samenspel.kernel.action import BadInput, NotAllowed, NotThere, WrongState, action, keep
from samenspel.kernel.journal.clock import today
from samenspel.kernel.people.actions import note_person
from samenspel.kernel.people.models import Party
from samenspel.kernel.texts.actions import write_text

STANDING = {AssetState.OFFERED, AssetState.MATCHED, AssetState.DONE}
NOT_NOW = _("Lukt nu niet.")


def _check_standing(asset: Asset) -> None:
    if not asset.node.public:
        raise BadInput(_("Toon het aanbod eerst. Daarna kunt u het koppelen."))
    if asset.over:
        raise BadInput(_("De laatste dag hiervan is voorbij. Vraag eerst of het nog kan."))


def _answer(asset: Asset, pk: int | None) -> Asset | None:
    """The other side of a connection is an offer to an ask, or an ask to an offer, and stands here too."""
    if pk is None:
        return None
    answer = Asset.objects.select_related("node", "person", "party").filter(pk=pk, node__place=asset.place_id).first()
    if answer is None or answer.side == asset.side or not answer.node.public or not answer.stands:
        raise BadInput(_("Dit past niet bij elkaar: kies bij een vraag een aanbod, en bij een aanbod een vraag."))
    answer.state = AssetState.MATCHED
    return keep(answer)


@action(
    "offers.asset.react", source=STANDING, rule=rules.may_react, label=_("Zeggen dat u dit kunt gebruiken of geven")
)
def react(
    asset: Asset, *, by: Actor, need: str, words: str = "", name: str = "", contact: str = "",
    party: Party | None = None,
) -> Asset:  # fmt: skip
    """Somebody says: I can use this, or I have this. Who placed it decides; nobody sees an address."""
    _check_standing(asset)
    if by.person is not None and not by.on_behalf_of and by.person in asset.owner_persons:
        raise BadInput(_("Dit hebt u zelf geplaatst. Vraag de balie als u iemand zoekt."))
    asker = somebody(by, asset.node.place, name, contact)
    if asker is None:
        raise BadInput(_("Zeg hoe wij u bereiken. Alleen de balie ziet het."))
    said = write_text(words, by=by, person=asker.pk) if words.strip() else None
    match = Match(asset=asset, asker=asker, party=party, need=need, words=said, state=MatchState.ASKED)
    match.matched_on = today()
    asset.touched = keep(match)
    return asset


@action(
    "offers.asset.match", source=STANDING, target=AssetState.MATCHED, rule=rules.may_match,
    label=_("Koppelen aan wie erom vroeg"),
)  # fmt: skip
def match_asset(
    asset: Asset, *, by: Actor, need: str, name: str = "", contact: str = "", party: Party | None = None,
    answer: int | None = None, matched_on: date | None = None,
) -> Asset:  # fmt: skip
    """Who asks and who offers are brought together: an offer becomes a connection."""
    _check_standing(asset)
    other = _answer(asset, answer)
    asker = other.person if other else None
    if name or contact:
        asker = note_person(name=name, contact=contact, channel=by.channel, place=asset.node.place)
    keep(
        Match(
            asset=asset, asker=asker, party=party or (other.party if other else None), need=need, answer=other,
            matched_on=matched_on or today(),
        )
    )  # fmt: skip
    return asset


def _match(asset: Asset, pk: int, by: Actor, *, asker_too: bool) -> Match:
    """One connection of this asset, when the actor has a part in it or brings people together here."""
    found = Match.objects.filter(pk=pk, asset=asset).first()
    if found is None:
        raise NotThere()
    asks = asker_too and by.person is not None and by.person == found.asker_id
    if not asks and not rules.may_match(by, asset):
        raise NotAllowed()
    asset.touched = found
    return found


def _move(match: Match, source: tuple[str, ...], to: str) -> Match:
    if match.state not in source:
        raise WrongState()
    match.state = to
    return match


@action("offers.match.accept", source=STANDING, target=AssetState.MATCHED, rule=rules.may_match, label=_("Ja zeggen"))
def accept_match(asset: Asset, *, by: Actor, match: int) -> Asset:
    """Who placed it says yes: from now on it is a connection."""
    _check_standing(asset)
    keep(_move(_match(asset, match, by, asker_too=False), (MatchState.ASKED,), MatchState.MATCHED))
    return asset


@action("offers.match.meet", source=STANDING, rule=rules.may_take_part, label=_("Zeggen dat u elkaar sprak"))
def meet(asset: Asset, *, by: Actor, match: int, met_on: date | None = None) -> Asset:
    """The two spoke with each other."""
    found = _move(_match(asset, match, by, asker_too=True), (MatchState.MATCHED,), MatchState.MET)
    found.met_on = met_on or today()
    keep(found)
    return asset


@action(
    "offers.match.finish", source=STANDING, target=AssetState.DONE, rule=rules.may_take_part,
    label=_("Zeggen wat ervan kwam"),
)  # fmt: skip
def finish_match(asset: Asset, *, by: Actor, match: int, outcome: str) -> Asset:
    """It worked; what came of it can be read by everybody. The offer can be used again."""
    source = (MatchState.MATCHED, MatchState.MET)
    found = _move(_match(asset, match, by, asker_too=True), source, MatchState.DONE)
    found.outcome, found.done_on = outcome.strip()[:300], today()
    keep(found)
    return asset


@action("offers.match.drop", source=STANDING, rule=rules.may_take_part, label=_("Zeggen dat het nu niet lukt"))
def drop_match(asset: Asset, *, by: Actor, match: int) -> Asset:
    """'Lukt nu niet' is enough; nobody asks for a reason, and nothing is shown."""
    keep(_move(_match(asset, match, by, asker_too=True), OPEN_MATCHES, MatchState.STOPPED))
    if (
        asset.state == AssetState.MATCHED
        and not Match.objects.filter(asset=asset, state__in=(MatchState.MATCHED, MatchState.MET)).exists()
    ):
        asset.state = AssetState.OFFERED
    return asset


@action("offers.match.write", source=STANDING, rule=rules.may_take_part, label=_("De ander iets schrijven"))
def write_note(asset: Asset, *, by: Actor, match: int, words: str) -> Asset:
    """One writes to the other through the platform; only the two and the desk read it."""
    found = _match(asset, match, by, asker_too=True)
    if found.state not in OPEN_MATCHES:
        raise WrongState()
    if not words.strip():
        raise BadInput(_("Schrijf iets. Eén zin is genoeg."))
    asks = by.person is not None and by.person == found.asker_id
    giver = rules.owns(by, asset) and not asks
    keep(
        MatchNote(
            match=found, words=write_text(words, by=by), from_giver=giver, from_desk=not giver and not asks
        )
    )  # fmt: skip
    return asset


@action(
    "offers.asset.finish", source={AssetState.MATCHED}, target=AssetState.DONE, rule=rules.may_finish,
    label=_("Zeggen dat het gelukt is"),
)  # fmt: skip
def finish_asset(asset: Asset, *, by: Actor, outcome: str = "") -> Asset:
    """It worked: somebody was helped. The offer can be used again."""
    for match in Match.objects.filter(asset=asset, state__in=(MatchState.MATCHED, MatchState.MET)):
        match.state, match.done_on, match.outcome = MatchState.DONE, today(), outcome.strip()[:300]
        keep(match)
    return asset


@action(
    "offers.asset.stop", source={*STANDING, AssetState.RESTING}, target=AssetState.STOPPED, rule=rules.may_stop,
    label=_("Stoppen met dit aanbod"),
)  # fmt: skip
def stop_asset(asset: Asset, *, by: Actor, reason: str) -> Asset:
    """It is no longer there. 'Lukt nu niet' is reason enough."""
    asset.ended_because = reason[:500]
    Match.objects.filter(asset=asset, state=MatchState.ASKED).update(state=MatchState.STOPPED)
    return asset
