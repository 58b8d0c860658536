"""How many of the people who were asked answered."""

from dataclasses import dataclass
from fractions import Fraction

from samenspel_methods.statistics.errors import StatisticsError
from samenspel_methods.statistics.explain import Said, said


@dataclass(frozen=True, slots=True)
class Response:
    """`asked`: sent minus what could not arrive. `full`: complete / asked (RR1). `any`: partial ones too (RR2).

    All None for an open survey."""

    asked: int | None
    full: Fraction | None
    any: Fraction | None
    said: Said


def response(sent: int, complete: int, *, partial: int = 0, undeliverable: int = 0) -> Response:
    """The response of a sample, after the simple definition of AAPOR: everybody of whom nothing is known counts as
    asked (their RR1 and RR2).

    `undeliverable`: returned by post, empty house, moved away. `sent` 0 = an open survey: no response can be said.
    Refused: `negative_count`, `more_answers_than_asked`.
    """
    if min(sent, complete, partial, undeliverable) < 0:
        raise StatisticsError("negative_count")
    if not sent:
        return Response(None, None, None, said("open_survey", count=complete + partial))
    asked = sent - undeliverable
    if complete + partial > asked or asked < 1:
        raise StatisticsError("more_answers_than_asked", answers=complete + partial, asked=asked)
    full = Fraction(complete, asked)
    return Response(asked, full, Fraction(complete + partial, asked),
                    said("response", percent=100 * full, count=complete, asked=asked))  # fmt: skip
