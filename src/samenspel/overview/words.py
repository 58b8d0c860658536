"""Words of the overview: names of rooms, what the number on a plate counts, and what people can do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, npgettext, pgettext, pgettext_lazy

from samenspel.contracts.rooms import ROOM
from samenspel.kernel.handover.words import CHANNEL_WORDS as CHANNEL_WORDS


def room_name(key: str) -> str:
    """The name of a room in the reader's language."""
    return pgettext("room", ROOM[key].name)


Counting = tuple[str, Callable[[int], str]]

# room -> what its plate counts, the first kind of thing that is there
TELLING: dict[str, tuple[Counting, ...]] = {
    "profile": (
        ("inhabitants", lambda n: npgettext("counted", "bewoner", "bewoners", n)),
        ("story", lambda n: npgettext("counted", "verhaal", "verhalen", n)),
    ),
    "consultation": (("contribution", lambda n: npgettext("counted", "bijdrage", "bijdragen", n)),),
    "agenda": (("priority", lambda n: npgettext("counted", "prioriteit", "prioriteiten", n)),),
    "proposals": (("proposal", lambda n: npgettext("counted", "voorstel", "voorstellen", n)),),
    "plan": (("plan_line", lambda n: npgettext("counted", "actie", "acties", n)),),
    "budget": (
        ("budget_line", lambda n: npgettext("counted", "geldregel", "geldregels", n)),
        ("question", lambda n: ngettext("vraag met een klok", "vragen met een klok", n)),
    ),
    "quality": (("quality_definition", lambda n: npgettext("counted", "afspraak", "afspraken", n)),),
    "assessment": (("task", lambda n: npgettext("counted", "taak", "taken", n)),),
    "commissioning": (
        ("joint_plan", lambda n: ngettext("plan samen", "plannen samen", n)),
        ("option", lambda n: ngettext("plan om te kiezen", "plannen om te kiezen", n)),
    ),
    "pact": (("commitment", lambda n: npgettext("counted", "belofte", "beloften", n)),),
    "monitoring": (("outcome", lambda n: npgettext("counted", "opbrengst", "opbrengsten", n)),),
}


@dataclass(frozen=True, slots=True)
class Deed:
    """Something a visitor can do in a room that is open."""

    room: str
    title: Any
    text: Any
    label: Any
    url_name: str
    picture: str


DEEDS = (
    Deed("commissioning", _("Stem over het buurtbudget"),
         _("Kreeg u een brief met een code? Kies welke plannen geld krijgen. U hebt geen account nodig."),
         _("Ik heb een code"), "commissioning:index", "letter"),
    Deed("consultation", _("Vertel wat beter kan"),
         _("Typ het, of laat iemand het voor u opschrijven. In elke taal. U hoeft zich niet aan te melden."),
         _("Ik wil iets vertellen"), "consultation:give", "talk"),
    Deed("proposals", _("Doe een voorstel"),
         _("Weet u wat de buurt nodig heeft? Schrijf het op. U krijgt een code en altijd antwoord."),
         _("Ik heb een voorstel"), "proposals:hand_in", "pen"),
    Deed("profile", _("Vertel uw verhaal"),
         _("Cijfers zeggen niet alles. Hoe is het om hier te wonen?"), _("Ik vertel"), "profile:tell", "hands"),
)  # fmt: skip


def problem_words(problem: str) -> str:
    """What went wrong with a typed code, and what to do."""
    return {
        "shape": __("Dit lijkt niet op een code. Een code ziet eruit als PR-7K4R, of als tulp-brug-42."),
        "unknown_prefix": __("Codes beginnen niet met deze letters. Kijk nog eens op uw bonnetje."),
        "check_failed": __("Er zit een tikfout in deze code. Kijk nog eens op uw bonnetje."),
        "example": __("Dit is het voorbeeld. Typ de code die u zelf kreeg, van uw bonnetje."),
        "not_found": __("Deze code kennen wij niet, of het is nog niet openbaar."),
    }.get(problem, "")


# what was decided, said as it happened; the label of the act itself is for who does it
DECIDED = {
    "agenda.priority.adopt": _("De buurt koos dit."),
    "plan.plan_line.decide": _("Er is besloten over deze planregel."),
    "proposals.proposal.decide": _("Er is antwoord op dit voorstel."),
    "assessment.talk.conclude": _("Het gesprek is klaar. Dit is de uitkomst."),
    "assessment.talk.reply": _("Er is antwoord op dit gesprek."),
    "commissioning.award.give": _("Hier gaat geld naartoe."),
    "commissioning.consent.give": _("Iemand zei wat hij van dit plan vindt."),
    "commissioning.call.decide": _("Er is besloten over dit geld."),
    "pact.commitment.renegotiate": _("Er is een nieuwe datum afgesproken."),
}

# what happened with a thing, said to who brought it in
HAPPENED = {
    **DECIDED,
    "proposals.proposal.hand_in": _("Het voorstel kwam binnen."),
    "proposals.proposal.hand_in_draft": _("Het voorstel kwam binnen."),
    "proposals.proposal.check": _("Er is gekeken of het kan."),
    "proposals.proposal.weigh_provisionally": _("Het voorstel is voorlopig gewogen."),
    "proposals.proposal.tell_submitter": _("De maker hoorde het voorlopige antwoord."),
    "proposals.proposal.merge": _("Dit ging op in een ander voorstel."),
    "proposals.proposal.withdraw": _("Dit lukt nu niet."),
    "questions.question.ask": _("De vraag is gesteld."),
    "questions.question.answer": _("De vraag kreeg antwoord."),
    "questions.question.judge": _("Wie de vraag stelde, zei wat het antwoord waard is."),
    "plan.plan_line.stop": _("Dit is gestopt."),
    "plan.plan_line.finish": _("Dit is gedaan."),
    "pact.commitment.promise": _("Dit is beloofd."),
    "agenda.reason.add": _("Er kwamen redenen bij."),
    "offers.asset.offer": _("Dit is aangeboden."),
    "ballots.voting_code.issue": _("De codes om te stemmen zijn gemaakt."),
    "commissioning.option.add": _("Dit kwam op het stembiljet."),
    "consultation.contribution.show": _("Iedereen kan dit nu lezen."),
    "stories.story.show": _("Iedereen kan dit nu lezen."),
}

# how it was decided: the state that an act left behind, as a mark with a word
ANSWERED = {
    "accepted": ("done", pgettext_lazy("decided", "ja")),
    "declined": ("stopped", pgettext_lazy("decided", "nee")),
    "decided": ("done", pgettext_lazy("decided", "ja")),
    "provisional_yes": ("busy", pgettext_lazy("decided", "voorlopig ja")),
    "provisional_no": ("busy", pgettext_lazy("decided", "voorlopig nee")),
}
ANSWERS = ("proposals.proposal.decide", "plan.plan_line.decide")  # what is answered with yes or no

# what is made in an office or by everybody together; the rest comes from somebody in the neighbourhood
MADE_BY = {
    "figure": _("uit open gegevens"),
    "priority": _("de redactie van de buurt"),
    "plan_line": _("het gebiedsteam"),
    "budget_line": _("het gebiedsteam"),
    "task": _("het gebiedsteam"),
    "call": _("de stemming"),
    "option": _("de stemming"),
    "award": _("wie over het geld besluit"),
    "quality_definition": _("samen aan tafel"),
    "assessment": _("samen aan tafel"),
    "joint_plan": _("samen aan tafel"),
    "pact": _("samen aan tafel"),
    "commitment": _("een partij aan tafel"),
    "lesson": _("samen aan tafel"),
}

# through whose eyes one looks in the example neighbourhood
CAST_WORDS = {
    "bewoner": pgettext_lazy("cast", "bewoner"),
    "initiatief": pgettext_lazy("cast", "initiatief"),
    "professional": pgettext_lazy("cast", "professional"),
    "ambtenaar": pgettext_lazy("cast", "ambtenaar"),
    "raadslid": pgettext_lazy("cast", "raadslid"),
    "aanbieder": pgettext_lazy("cast", "aanbieder"),
}

# what a line of the journal is about, when it has no code; other tables go by the name of their room
SUBJECT_WORDS = {
    "dayjob": _("het werk van elke dag"),
    "cycle": _("de ronde"),
    "stagestate": _("een stap van de ronde"),
    "place": pgettext_lazy("subject", "de buurt"),
    "party": _("een groep"),
    "membership": _("meedoen met een groep"),
    "person": _("iemand die meedoet"),
    "account": _("een account"),
    "mandate": pgettext_lazy("subject", "een rol"),
    "conflict": _("een eigen belang"),
    "edition": pgettext_lazy("subject", "een uitgave"),
    "calendaritem": _("een datum op de kalender"),
    "body": _("wie besluit"),
}

# what a poster says, by room; "" is the neighbourhood itself
POSTER_WORDS = {
    "": (_("Schuif aan. Hier is plaats."), _("Zie wat de buurt wil, doet en betaalt.")),
    "profile": (_("Wie zijn we? Vertel het mee."), _("Lees de cijfers en de verhalen van de buurt.")),
    "consultation": (_("Wat kan hier beter? Vertel het."), _("Typ het, zeg het of schrijf het op. In elke taal.")),
    "agenda": (_("Wat moet eerst? Kijk mee."), _("Dit koos de buurt, met de redenen erbij.")),
    "proposals": (_("Hebt u een idee? Schrijf het op."), _("U krijgt een code en altijd antwoord.")),
    "plan": (_("Dit gaan we doen. Doe mee."), _("Zie wie wat doet, en wanneer.")),
    "budget": (_("Waar gaat het geld heen?"), _("Bekijk het, en stel uw vraag.")),
    "quality": (_("Wanneer is het goed? Praat mee."), _("Lees wat wij samen afspraken.")),
    "assessment": (_("Kan het beter of anders?"), _("Praat mee over wat er voor de buurt gedaan wordt.")),
    "commissioning": (_("Schuif aan. Kies mee."), _("Samen een plan uitvoeren, met geld voor de buurt.")),
    "pact": (_("Beloofd is beloofd. Kijk mee."), _("Zie wie wat belooft, en hoe het ermee gaat.")),
    "monitoring": (_("Wat kwam ervan? Zeg wat u ziet."), _("Kijk wat er lukte, en wat niet.")),
}
