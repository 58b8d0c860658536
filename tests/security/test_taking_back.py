"""One resident writes an odd word everywhere; forgetting them, or taking it away, leaves it nowhere."""

from __future__ import annotations

import pytest
from django.test import Client

from samenspel.contracts.actor import Actor
from samenspel.instruments.offers import actions as offers
from samenspel.instruments.offers.models import Asset
from samenspel.instruments.questions import actions as questions
from samenspel.instruments.questions.models import Question
from samenspel.instruments.stories import actions as stories
from samenspel.instruments.stories.models import Story
from samenspel.kernel.access.actor import actor_of
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import publish_report
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import broken_editions
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.people import actions as people
from samenspel.kernel.people.models import Account
from samenspel.kernel.tests.cast import STAFF
from samenspel.stages.agenda import actions as agenda
from samenspel.stages.agenda.models import Dissent
from samenspel.stages.assessment import actions as assessment
from samenspel.stages.assessment.models import Voice
from samenspel.stages.commissioning.models import Award
from samenspel.stages.consultation import actions as consultation
from samenspel.stages.consultation.models import Contribution
from samenspel.stages.monitoring import actions as monitoring
from samenspel.stages.monitoring.models import Outcome
from samenspel.stages.proposals import actions as proposals
from samenspel.stages.proposals.models import Proposal
from tests.architecture.house import nothing
from tests.security import writing
from tests.security.places import NOW, PLACE, Filled
from tests.security.writing import MARK, kept, let_everybody_read, shown, write_everywhere

pytestmark = pytest.mark.django_db
ENOUGH = 20  # public addresses on which a reader finds the word before it is taken back
COUNTED = "/stemmen.pb"  # what was counted is kept as it was, or nobody could count it again
INTERESTS = ("/rollen/", "/wie-mag-wat/")  # an interest that somebody declares is no thing that editors take away
# Columns in which the word must have come, or the test looks at nothing.
WRITTEN = {
    "kernel_person.name", "kernel_conflict.what", "kernel_entrytext.body", "kernel_node.title", "kernel_edge.reason",
    "kernel_text.body", "kernel_notice.text", "questions_question.addressee_name", "questions_question.document",
    "agenda_dissent.said_by", "proposals_proposal.summary", "proposals_costline.what", "monitoring_outcome.what_came",
}  # fmt: skip


@pytest.fixture
def editor(filled: Filled) -> Actor:
    return actor_of(Account.objects.get(email__startswith="professional"))


@pytest.fixture
def cycle(filled: Filled) -> Cycle:
    return Cycle.objects.select_related("place").get(place__slug=PLACE, slug=NOW)


@pytest.fixture
def writer(filled: Filled, editor: Actor, cycle: Cycle) -> Account:
    """A resident who wrote everywhere, of whom everything was shown and published."""
    account = write_everywhere(filled)
    let_everybody_read(editor, cycle)
    publish_report(cycle, by=editor, reason="Nu", missing="-", change="Eerder beginnen.")
    return account


def codes_of() -> list[str]:
    """The things that carry the word in their name."""
    return list(Node.objects.filter(title__contains=MARK).values_list("code", flat=True))


def test_forgetting_somebody_leaves_none_of_their_words(filled: Filled, writer: Account, cycle: Cycle) -> None:
    before, codes, person = kept(MARK), codes_of(), writer.person
    assert person is not None and set(before) >= WRITTEN
    assert len(shown(Client(), filled, codes)) > ENOUGH
    people.erase_person(person, by=actor_of(writer))
    nothing([f"{column}: {n}" for column, n in kept(MARK).items()])
    nothing(shown(Client(), filled, codes))
    assert list(faults(cycle.place_id)) == [] and broken_editions(Edition.objects.all()) == []


def test_old_names_and_typed_names_are_gone_from_a_finished_round(
    filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    award = Award.objects.get(node__title__in=Proposal.objects.values("node__title"), option__isnull=False)
    maker = Proposal.objects.get(node__title=award.title).person
    assert maker is not None
    words = (award.title, maker.name)
    for old in words:
        monkeypatch.setattr(writing, "MARK", old)
        assert len(shown(Client(), filled, [award.code])) > 2
    people.erase_person(maker, by=STAFF)
    for old in words:
        monkeypatch.setattr(writing, "MARK", old)
        nothing([url for url in shown(Client(), filled, [award.code]) if not url.endswith(COUNTED)])
    assert broken_editions(Edition.objects.all()) == []


def test_what_the_editors_take_away_is_on_no_public_page(filled: Filled, writer: Account, editor: Actor) -> None:
    codes = codes_of()
    for row in Proposal.objects.filter(person=writer.person, hidden=False):
        proposals.hide_proposal(row, by=editor, reason="Er staat een naam in.")
    for question in Question.objects.filter(node__title__contains=MARK):
        questions.hide_question(question, by=editor, reason="Er staat een naam in.")
    for outcome in Outcome.objects.filter(what_came__contains=MARK):
        monitoring.hide_outcome(outcome, by=editor, reason="Er staat een naam in.")
    for asset in Asset.objects.filter(node__title__contains=MARK):
        offers.hide_asset(asset, by=editor, reason="Er staat een naam in.")
    for story in Story.objects.filter(words__body__contains=MARK):
        stories.hide_story(story, by=editor, reason="Er staat een naam in.")
    for contribution in Contribution.objects.filter(words__body__contains=MARK):
        consultation.hide_contribution(contribution, by=editor, reason="Er staat een naam in.")
    for dissent in Dissent.objects.filter(text__body__contains=MARK):
        agenda.hide_dissent(dissent, by=editor, reason="Er staat een naam in.")
    for voice in Voice.objects.filter(text__body__contains=MARK):
        assessment.hide_voice(voice, by=editor, reason="Er staat een naam in.")
    nothing([url for url in shown(Client(), filled, codes) if not url.endswith(INTERESTS)])
