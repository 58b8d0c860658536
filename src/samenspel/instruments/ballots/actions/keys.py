"""Three people each hold a part of the key. A part is on the server while its page is made, and at the count."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import rules
from samenspel.instruments.ballots.actions.sealing import DoesNotOpen, lock, new_key, public_of, unlock
from samenspel.instruments.ballots.actions.shares import as_text, from_text
from samenspel.instruments.ballots.models import BallotBox, KeyHolder
from samenspel.instruments.ballots.states import BoxState, HolderState
from samenspel.kernel.action import BadInput, NotAllowed, WrongState, action, keep
from samenspel.kernel.people.models import Person
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.places.models import Place

HOLDERS = 3
NOT_YOURS = _("Dit is niet uw deel voor deze stembus. Er is niets gebeurd. Kijk op uw eigen papier.")


def name_holders(place: Place, subject: str, persons: Sequence[Person]) -> None:
    """Three people will each get a part of the key. Parts that were given out before open nothing any more."""
    if len({person.pk for person in persons}) != HOLDERS:
        raise BadInput(_("Kies drie verschillende mensen. Er is niets veranderd."))
    KeyHolder.objects.filter(subject=subject).delete()
    for number, person in enumerate(persons, 1):
        keep(KeyHolder(place=place, subject=subject, number=number, person=person))


def keys_of(subject: str) -> list[str]:
    """The public keys of a vote, once all three holders have their part."""
    holders = KeyHolder.objects.filter(subject=subject).order_by("number")
    ready = [holder.public_key for holder in holders if holder.ready]
    if len(ready) != HOLDERS:
        raise BadInput(
            _("De stemming kan nog niet open. Eerst halen drie sleutelhouders hun deel van de sleutel op, ieder zelf.")
        )
    return ready


@action(
    "ballots.key.show", source={HolderState.NAMED, HolderState.SHOWN}, target=HolderState.SHOWN,
    rule=rules.holds_the_part, label=_("Mijn deel van de sleutel bekijken"),
)  # fmt: skip
def show_part(holder: KeyHolder, *, by: Actor) -> KeyHolder:
    """A key holder sees the own part, on this page only. Nobody else does, and the server does not keep it."""
    holder.public_key, private = new_key()
    holder.part = as_text(bytes([holder.number]) + private)
    return holder


@action(
    "ballots.key.take", source={HolderState.SHOWN}, target=HolderState.TAKEN, rule=rules.holds_the_part,
    label=_("Zeggen dat ik mijn deel van de sleutel heb"),
)  # fmt: skip
def take_part(holder: KeyHolder, *, by: Actor) -> KeyHolder:
    """A key holder has the own part on paper; from now on it cannot be shown again."""
    return holder


@action(
    "ballots.key.hand_in", source={HolderState.TAKEN, HolderState.HANDED}, target=HolderState.HANDED,
    rule=rules.holds_the_part, label=_("Mijn deel van de sleutel inleveren"),
)  # fmt: skip
def hand_in_part(holder: KeyHolder, *, by: Actor, share: str) -> KeyHolder:
    """A key holder wants the box opened. The part waits for a second holder, under that holder's own lock."""
    private = _own(holder, share)
    if not BallotBox.objects.filter(subject=holder.subject, state=BoxState.CLOSED).exists():
        raise WrongState()
    others = KeyHolder.objects.filter(subject=holder.subject).exclude(pk=holder.pk).order_by("number")
    holder.handed = b"".join(lock(private, [other.public_key], _between(holder, other)) for other in others)
    return holder


def two_keys(box: BallotBox, by: Actor, share: str) -> dict[int, bytes]:
    """The own part of a holder, and the part that another handed in before: two keys by number."""
    holders = {holder.person_id: holder for holder in KeyHolder.objects.filter(subject=box.subject)}
    mine = holders.get(by.person) if by.person else None
    if mine is None or not mine.ready:
        raise NotAllowed()
    private = _own(mine, share)
    for other in holders.values():
        if other.handed and other.pk != mine.pk:
            return {mine.number: private, other.number: _for(mine, other, private)}
    raise BadInput(_("Er is nog geen tweede sleutelhouder die zijn deel inleverde. Er is niets geteld."))


def forget_parts(box: BallotBox) -> None:
    """After the count nothing of any part stays, not even under a lock."""
    KeyHolder.objects.filter(subject=box.subject).update(handed=None)


def _own(holder: KeyHolder, share: str) -> bytes:
    part = from_text(share)
    if len(part) != 33 or part[0] != holder.number or public_of(part[1:]) != holder.public_key:
        raise BadInput(NOT_YOURS)
    return part[1:]


def _for(mine: KeyHolder, other: KeyHolder, private: bytes) -> bytes:
    """What another holder handed in, read with the own part."""
    numbers = [number for number in range(1, HOLDERS + 1) if number != other.number]
    sealed = bytes(other.handed or b"")
    size = len(sealed) // len(numbers)
    start = numbers.index(mine.number) * size
    try:
        return unlock(sealed[start : start + size], [private], _between(other, mine))
    except DoesNotOpen as error:
        raise BadInput(NOT_YOURS) from error


def _between(giver: KeyHolder, reader: KeyHolder) -> str:
    return f"{giver.subject}:{giver.number}:{reader.number}"


@eraser("ballots")
def erase_person(person: int) -> int:
    """Forget who held a part; only inside the kernel's erase action."""
    return KeyHolder.objects.filter(person=person).update(person=None)
