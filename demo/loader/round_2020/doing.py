"""The real vote of 2020, the awards, and a joint plan carried out by consent."""

import gzip
from datetime import date

from demo.loader.round_2020.telling import read
from demo.loader.world import Strand, World
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.commissioning import actions as commissioning
from samenspel.stages.commissioning.models import Call, CallOption
from samenspel.stages.commissioning.tasks import count_votes

BOARD = "Dagelijks bestuur van stadsdeel Oost"
GARDEN = "38601"  # the project id of the garden in the vote of 2020

NEXT_STEPS = {
    "38597": "Bouw het pad zelf met vrijwilligers van Jeugdland. Dan kost het minder.",
    "38583": "Meld u aan voor geveltuinen. Het verschil met een Ecostraat is klein.",
    "38602": "Vraag eerst de eigenaar van het dak. Een ontwerper rekent graag mee.",
    "38580": "Doe samen met Armoede te Lijf. De makers hebben al gebeld.",
}


def vote(world: World, cycle: Cycle) -> Strand:
    """5,448 people divided 200,000 euro; every ballot is in the file of the city."""
    yield date(2020, 10, 6)
    title = "Oost Begroot, Indische Buurt 2020"
    file = commissioning.read_vote(gzip.decompress(read("vote-2020.pb.gz")), title)
    call = commissioning.import_vote(
        cycle, by=world["professional"], vote=file, title=title, body=BOARD,
        about="Alle bewoners van 12 jaar en ouder konden kiezen uit 34 plannen.",
        who="Bewoners van de Indische Buurt van 12 jaar en ouder, met een code uit de brief.",
        funder="Stadsdeel Oost", source="Pabulib, Netherlands Amsterdam 335",
    )  # fmt: skip
    yield date(2020, 10, 7)
    option = CallOption.objects.get(call=call, key=GARDEN)
    commissioning.take_proposal(
        option, by=world["professional"], proposal=world.things["proposal:garden"].code,
        reason="Dit voorstel stond op het stembiljet.",
    )  # fmt: skip
    call = commissioning.count_call(call, by=world["professional"])
    count_votes.func()
    for option in CallOption.objects.filter(call=call, key__in=NEXT_STEPS):
        commissioning.suggest_next_step(option, by=world["professional"], next_step=NEXT_STEPS[option.key])
    yield date(2020, 10, 20)
    call = commissioning.decide_call(
        call, by=world["griffier"], body=BOARD, reason="De buurt heeft gekozen. Het bestuur volgt de uitslag."
    )
    _award(world, cycle, call)
    world.things["call:2020"] = call


def _award(world: World, cycle: Cycle, call: Call) -> None:
    winners = CallOption.objects.filter(call=call, result__outcome="funded").order_by("result__turn")
    for option in winners:
        own = option.key == GARDEN
        award = commissioning.give_award(
            cycle, by=world["professional"], cents=option.cents, option=option, example=True,
            reason="De buurt koos dit plan in de stemming.",
            party=world.parties["initiatief"] if own else None, to="" if own else f"Makers van ‘{option.title}’"[:120],
        )  # fmt: skip
        if own:
            world.things["award:garden"] = award


def joint_plan(world: World, cycle: Cycle) -> Strand:
    """Neighbours and welfare carry out a plan together, with everybody's consent: that is Buurtbesteden."""
    helper = world["professional"]
    yield date(2020, 9, 8)
    plan = commissioning.draft_plan(
        cycle, by=helper, title="Samen een spreekuur voor brieven en geldzorgen", cents=1_200_000,
        what="Twee middagen in de week. Buren en welzijn zitten naast elkaar. Het Huis van de Buurt geeft de kamer.",
        follows=world.things["assessment:letters"].code, quality=world.things["quality:desk"].code,
        convener=world.parties["initiatief"], starts_on=date(2020, 11, 2), ends_on=date(2021, 10, 31), example=True,
    )  # fmt: skip
    for who, task, cents, hours in (
        ("aanbieder", "Een medewerker, twee middagen in de week.", 900_000, 0),
        ("initiatief", "Buren die brieven lezen en thee zetten.", 0, 600),
        ("ambtenaar", "Geld uit de pot voor bewonersinitiatieven.", 300_000, 0),
    ):
        commissioning.join_plan(plan, by=helper, party=world.parties[who], task=task, cents=cents, hours=hours)
    plan = commissioning.ask_partners(plan, by=helper)
    yield date(2020, 9, 29)
    answers = {
        "aanbieder": ("worry", "Wij hebben in de zomer te weinig mensen."),
        "initiatief": ("yes", ""),
        "ambtenaar": ("yes", ""),
    }
    for partner in plan.partners.select_related("party"):
        who = next(slug for slug, party in world.parties.items() if party.pk == partner.party_id)
        commissioning.answer_plan(partner, by=world[who], answer=answers[who][0], why=answers[who][1])
    plan = commissioning.carry_plan(plan, by=helper)
    world.things["plan:desk"] = commissioning.start_plan(plan, by=helper)
    plan = commissioning.fund_plan(
        world.things["plan:desk"], by=world["ambtenaar"], source="Pot voor bewonersinitiatieven", cents=300_000
    )
    world.things["award:desk"] = commissioning.give_award(
        cycle, by=world["ambtenaar"], cents=300_000, joint_plan=plan, party=world.parties["aanbieder"],
        reason="Alle partners dragen het plan.", example=True,
    )  # fmt: skip


def publish(world: World, cycle: Cycle) -> Strand:
    """What was divided and who carries it out, frozen."""
    yield date(2020, 11, 2)
    commissioning.publish_edition(
        cycle, by=world["professional"], reason="Het geld is verdeeld.", missing="Mensen zonder brief."
    )
