"""Who hears what about an offer."""

from collections.abc import Iterable
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samenspel.instruments.offers import queries
from samenspel.kernel.journal.notices import Event, Message, notice


@notice("offers.asset.show")
def tell_shown(event: Event) -> Iterable[Message]:
    """Who offers it hears that everybody can see it."""
    if event.thing.person_id:
        words = _("Uw aanbod %(code)s staat nu op de site. Fijn dat u meedoet.")
        yield Message(event.thing.person_id, words % {"code": event.subject})


def _placed(asset: Any) -> set[int]:
    """Who placed it; when that is nobody with an account, the people who bring others together here."""
    found = {asset.person_id} if asset.person_id else queries.speakers_of(asset.party_id)
    return found or queries.connectors_at(asset.place_id)


def _other(event: Event) -> set[int]:
    """The other side of the connection that this is about."""
    match = event.thing.touched
    asker = {match.asker_id} if match and match.asker_id else set()
    return (asker | _placed(event.thing)) - {event.actor.person}


def _say(people: Iterable[int], words: str, event: Event, **more: str) -> list[Message]:
    told = words % {"code": event.subject, "title": event.thing.title, **more}
    return [Message(person, told) for person in sorted(people)]


@notice("offers.asset.match")
def tell_matched(event: Event) -> Iterable[Message]:
    """Who offers it hears that somebody needs it."""
    if event.thing.person_id:
        words = _("Iemand kan uw aanbod %(code)s goed gebruiken. De balie brengt u bij elkaar.")
        yield Message(event.thing.person_id, words % {"code": event.subject})


@notice("offers.asset.react")
def tell_reacted(event: Event) -> Iterable[Message]:
    """Who placed it hears that somebody reacts."""
    words = _("Iemand reageert op ‘%(title)s’ (%(code)s). Zegt u ja? Dan kunt u elkaar hier schrijven.")
    return _say(_placed(event.thing), words, event)


@notice("offers.match.accept")
def tell_accepted(event: Event) -> Iterable[Message]:
    """Who asked hears the yes."""
    words = _("Het antwoord op uw vraag bij ‘%(title)s’ (%(code)s) is ja. U kunt elkaar nu hier schrijven.")
    return _say(_other(event), words, event)


@notice("offers.match.drop")
def tell_dropped(event: Event) -> Iterable[Message]:
    """The other hears that it is not now; nobody is asked why."""
    return _say(
        _other(event), _("Bij ‘%(title)s’ (%(code)s) lukt het nu niet. Dat mag. De balie zoekt graag mee."), event
    )


@notice("offers.match.write")
def tell_written(event: Event) -> Iterable[Message]:
    """The other hears that there is a message; what it says stays on the page of the two."""
    return _say(_other(event), _("Er staat een bericht voor u bij ‘%(title)s’ (%(code)s)."), event)


@notice("offers.match.finish")
def tell_finished(event: Event) -> Iterable[Message]:
    """The other hears that it worked."""
    return _say(_other(event), _("Bij ‘%(title)s’ (%(code)s) staat nu dat het gelukt is. Fijn."), event)


@notice("offers.asset.ask_again")
def ask_whether_it_stands(event: Event) -> Iterable[Message]:
    """Who placed it is asked whether it is still so."""
    words = _("Klopt ‘%(title)s’ (%(code)s) nog? Zeg het op de bladzijde. Anders gaat het over een maand uit de lijst.")
    return _say(_placed(event.thing), words, event)


@notice("offers.asset.rest")
def tell_resting(event: Event) -> Iterable[Message]:
    """Who placed it hears that it left the list."""
    words = _("‘%(title)s’ (%(code)s) staat niet meer in de lijst. Klopt het toch nog? Zeg het, dan staat het er weer.")
    return _say(_placed(event.thing), words, event)


@notice("offers.asset.warn")
def tell_ending(event: Event) -> Iterable[Message]:
    """Who owns it, who uses it and who brings people together hear in time that a space ends."""
    asset = event.thing
    people = _placed(asset) | queries.connectors_at(asset.place_id) | queries.askers([asset.pk])
    words = _("De ruimte ‘%(title)s’ (%(code)s) stopt op %(day)s. Praat nu over wat erna komt.")
    return _say(people, words, event, day=date_format(asset.until, "j F Y"))
