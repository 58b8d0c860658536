"""The ways in which the house says no. Each tells a person what happened, what is safe and what to do.

Refused
|-- NotAllowed   403  somebody else may do this
|-- NotThere     404  we cannot find it
|-- BadInput     400  something filled in cannot be right
|-- WrongState   409  it is too early or too late for this
|-- AlreadyDone  409  it was done before; nothing was lost
`-- Changed      409  somebody else changed it in the meantime
"""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class Refused(Exception):
    """Base of every refusal: `message` is shown to the person as it is, `status` is the HTTP answer."""

    status = 400
    wait = 0  # seconds after which trying again makes sense
    forget = False  # whether the browser forgets the pages that led here
    default: "str | StrPromise" = _("Dit kan nu niet. Er is niets veranderd.")

    def __init__(self, message: "str | StrPromise" = "", *, code: str = "") -> None:
        self.message = message or self.default
        self.code = code
        super().__init__(str(self.message))


class NotAllowed(Refused):
    """The actor has no mandate for this act here."""

    status = 403
    default = _("Dit mag u hier niet doen. Er is niets veranderd. Bij ‘Wie mag wat’ staat wie dit wel mag.")


class NotThere(Refused):
    """The thing does not exist, or is not public."""

    status = 404
    default = _("Wij kunnen dit niet vinden. Misschien is het adres niet goed overgenomen.")


class BadInput(Refused):
    """Something filled in cannot be right."""

    default = _("Hier klopt iets niet. Er is niets opgeslagen. Kijk het nog eens na.")


class WrongState(Refused):
    """The thing is in a state in which this act is not possible."""

    status = 409
    default = _("Dit kan nu niet: het is al verder, of nog niet zo ver. Er is niets veranderd.")


class Renewed(Refused):
    """The tables were changed while the site was running."""

    status, wait = 503, 1
    default = _("De site is net vernieuwd. Er is niets opgeslagen. Stuur het nog een keer.")


class AlreadyDone(Refused):
    """A one-time act that was done before. `code` is the code of what came of it, if known."""

    status = 409
    default = _("Dit hadden wij al van u. Er is niets verloren en niets dubbel. U hoeft niets te doen.")


class Changed(Refused):
    """Two people edited the same thing."""

    status = 409
    default = _(
        "Iemand anders heeft dit net veranderd. Uw tekst staat hieronder nog. "
        "Bekijk eerst de nieuwe tekst, pas de uwe aan en bewaar dan opnieuw."
    )
