"""Questions of 2026: one whose clock runs, one that is late, one answered; two rules in the way, and a letter."""

from datetime import date

from demo.loader.world import Strand, World
from samenspel.instruments.questions import actions as questions
from samenspel.kernel.cycle.models import Cycle


def ask(world: World, cycle: Cycle) -> list[Strand]:
    """Each with its own clock."""
    return [_answered(world, cycle), _late(world, cycle), _running(world, cycle), *_rules(world, cycle)]


def _answered(world: World, cycle: Cycle) -> Strand:
    yield date(2026, 8, 26)
    row = questions.ask(
        cycle, by=world["jongeren"], title="Mag een groep zonder rechtsvorm geld krijgen?", party=world.parties["jongeren"],
        body="Wij zijn geen stichting en willen dat ook niet worden.", addressee=world.parties["ambtenaar"],
        due=date(2026, 10, 7), example=True,
    )  # fmt: skip
    yield date(2026, 9, 17)
    row = questions.answer(
        row, by=world["ambtenaar"],
        text="Ja. Tot 5.000 euro is één naam en één adres genoeg. Het Huis van de Buurt bewaart het geld als u dat wilt.",
    )  # fmt: skip
    yield date(2026, 9, 20)
    questions.judge(row, by=world["jongeren"], satisfied=True, words="Fijn. Dan kunnen wij beginnen.")


def _late(world: World, cycle: Cycle) -> Strand:
    yield date(2026, 9, 15)
    questions.ask(
        cycle, by=world["bewoner"], title="Hoeveel is er in 2025 aan de straten in deze buurt uitgegeven?",
        body="Wij vinden alleen het bedrag van de hele stad.", addressee=world.parties["ambtenaar"],
        due=date(2026, 10, 27), example=True,
    )  # fmt: skip


def _running(world: World, cycle: Cycle) -> Strand:
    yield date(2026, 10, 26)
    questions.ask(
        cycle, by=world["raadslid"], title="Hoeveel geld is er in 2027 voor jongeren in deze buurt?",
        body="Wij zien het niet terug in de begroting. Kunt u het bedrag per buurt geven?",
        addressee=world.parties["ambtenaar"], due=date(2026, 12, 7), example=True,
    )  # fmt: skip
    yield date(2026, 11, 16)
    questions.ask(
        cycle, by=world["daktuin"], title="Geef daken een plaats in de kadernota", kind="petition",
        body="Wij vragen de raad om groene daken van bewoners mee te tellen als groen in de buurt.",
        addressee_name="Gemeenteraad van Amsterdam", party=world.parties["daktuin"], due=date(2027, 1, 18), example=True,
    )  # fmt: skip


def _rules(world: World, cycle: Cycle) -> list[Strand]:
    return [_about_a_feast(world, cycle), _about_a_key(world, cycle)]


def _about_a_feast(world: World, cycle: Cycle) -> Strand:
    yield date(2026, 9, 7)
    row = questions.ask(
        cycle, by=world["initiatief"], title="Een buurtfeest mag pas na twaalf weken wachten", kind="rule",
        body="Voor koffie op de stoep vragen wij dezelfde vergunning als voor een festival. Kan dat korter?",
        addressee=world.parties["ambtenaar"], due=date(2026, 10, 19), example=True,
    )  # fmt: skip
    yield date(2026, 10, 15)
    questions.answer(
        row, by=world["ambtenaar"], verdict="trial",
        text="Wij proberen het een jaar anders. Tot vijftig mensen is een melding van één week genoeg.",
    )  # fmt: skip


def _about_a_key(world: World, cycle: Cycle) -> Strand:
    yield date(2026, 11, 3)
    questions.ask(
        cycle, by=world["jongeren"], title="Onder de 18 jaar krijg je geen sleutel", kind="rule",
        body="Van de verzekering mag alleen een volwassene openen. Dan kunnen wij nooit zelf beginnen.",
        addressee=world.parties["aanbieder"], due=date(2026, 12, 15), example=True,
    )  # fmt: skip
