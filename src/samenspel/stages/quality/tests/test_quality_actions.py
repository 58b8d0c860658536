"""What the quality room does: sentences, signatures, versions, and who may do it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import AlreadyDone, BadInput, Changed, NotAllowed, WrongState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.journal.queries import entries_about, messages_for
from samenspel.kernel.lineage.models import Edge
from samenspel.kernel.people import actions as people
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.quality import actions, queries
from samenspel.stages.quality.models import QualityDefinition, Signature, Statement
from samenspel.stages.quality.tests.conftest import make_node


def test_a_community_drafts_and_only_writers_see_it(draft: QualityDefinition, cycle: Cycle, cast: Cast) -> None:
    assert (draft.state, draft.node.public, draft.theme) == ("draft", False, "together")
    assert queries.definition(cycle, draft.code, cast.resident) is None
    assert queries.definition(cycle, draft.code, cast.initiative) == draft
    assert queries.definition(cycle, draft.code, cast.provider) is None


@pytest.mark.parametrize("who", ["resident", "councillor"])
def test_somebody_without_party_or_task_does_not_draft(cycle: Cycle, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.draft_definition(cycle, by=getattr(cast, who), title="X", service="Y")


def test_nobody_drafts_for_another_party(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="namens deze partij"):
        actions.draft_definition(cycle, by=cast.provider, title="X", service="Y", party=cast.parties["initiative"])
    with pytest.raises(NotAllowed, match="Kies namens welke partij"):
        actions.draft_definition(cycle, by=cast.provider, title="X", service="Y")


def test_a_closed_round_takes_nothing(past: Cycle, cast: Cast) -> None:
    with pytest.raises(WrongState, match="afgesloten"):
        actions.draft_definition(past, by=cast.organiser, title="X", service="Y")


def test_nothing_lies_open_without_a_sentence(draft: QualityDefinition, cast: Cast) -> None:
    with pytest.raises(BadInput, match="eerst één zin"):
        actions.open_definition(draft, by=cast.initiative)


def test_an_empty_sentence_is_refused(draft: QualityDefinition, cast: Cast) -> None:
    with pytest.raises(BadInput, match="Maak de zin af"):
        actions.add_statement(draft, by=cast.initiative, words="  ")


def test_sentences_are_changed_and_taken_away(opened: QualityDefinition, cast: Cast) -> None:
    row = Statement.objects.get()
    actions.change_statement(opened, by=cast.initiative, statement=row.pk, words="er altijd iemand is")
    assert Statement.objects.get().words == "er altijd iemand is"
    actions.remove_statement(opened, by=cast.initiative, statement=row.pk)
    assert not Statement.objects.exists()


def test_one_party_is_not_we(opened: QualityDefinition, cast: Cast) -> None:
    one = actions.sign_definition(opened, by=cast.initiative, party=cast.parties["initiative"])
    assert one.state == "open"
    two = actions.sign_definition(one, by=cast.provider, party=cast.parties["provider"])
    assert two.state == "signed"


def test_a_party_signs_once(opened: QualityDefinition, cast: Cast) -> None:
    actions.sign_definition(opened, by=cast.initiative, party=cast.parties["initiative"])
    with pytest.raises(AlreadyDone):
        actions.sign_definition(opened, by=cast.initiative, party=cast.parties["initiative"])
    assert Signature.objects.count() == 1


def test_nobody_signs_for_another_party(opened: QualityDefinition, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.sign_definition(opened, by=cast.provider, party=cast.parties["initiative"])
    with pytest.raises(NotAllowed):
        actions.sign_definition(opened, by=cast.resident, party=cast.parties["initiative"])


def test_a_paper_signature_is_entered_at_the_desk(opened: QualityDefinition, cast: Cast) -> None:
    party = cast.parties["official"]
    with pytest.raises(NotAllowed):
        actions.sign_definition(opened, by=cast.professional, party=party, method="web")
    actions.sign_definition(opened, by=cast.professional, party=party, name="Esra", method="paper")
    row = Signature.objects.get()
    assert (row.method, row.name, row.person) == ("paper", "Esra", None)


def test_nobody_signs_tomorrow_or_when_stopped(opened: QualityDefinition, cast: Cast) -> None:
    party = cast.parties["initiative"]
    with pytest.raises(BadInput, match="Deze dag komt nog"):
        actions.sign_definition(opened, by=cast.initiative, party=party, on=timezone.localdate() + timedelta(days=1))
    stopped = people.stop_party(party, by=cast.initiative)
    with pytest.raises(BadInput, match="gestopt"):
        actions.sign_definition(opened, by=cast.initiative, party=stopped)


def test_signed_words_are_fixed(signed: QualityDefinition, opened: QualityDefinition, cast: Cast) -> None:
    with pytest.raises(WrongState):
        actions.add_statement(signed, by=cast.organiser, words="nog iets")
    with pytest.raises(WrongState):
        actions.change_definition(signed, by=cast.organiser, title="Anders", service="Anders")


def test_after_one_signature_words_are_fixed_too(opened: QualityDefinition, cast: Cast) -> None:
    actions.sign_definition(opened, by=cast.initiative, party=cast.parties["initiative"])
    with pytest.raises(WrongState, match="handtekening"):
        actions.add_statement(opened, by=cast.initiative, words="nog iets")


def test_a_new_version_takes_over_only_when_it_lies_open(signed: QualityDefinition, cast: Cast) -> None:
    new = actions.replace_definition(signed, by=cast.organiser, reason="Wij leerden bij.")
    signed.refresh_from_db()
    assert (new.number, new.state, signed.state) == (2, "draft", "signed")
    assert [line.words for line in new.statements.all()] == ["er na vijven iemand is"]
    actions.open_definition(new, by=cast.organiser)
    signed.refresh_from_db()
    assert (signed.state, signed.node.public) == ("replaced", True)


def test_there_is_one_next_version(signed: QualityDefinition, cast: Cast) -> None:
    actions.replace_definition(signed, by=cast.organiser, reason="Wij leerden bij.")
    with pytest.raises(AlreadyDone, match="al een nieuwe versie"):
        actions.replace_definition(signed, by=cast.organiser, reason="Nog eens.")


def test_a_new_version_needs_a_reason(signed: QualityDefinition, cast: Cast) -> None:
    with pytest.raises(BadInput, match="Geef een reden"):
        actions.replace_definition(signed, by=cast.organiser, reason=" ")


@pytest.mark.parametrize("kind", ["plan_line", "budget_line"])
def test_it_says_what_good_is_for_a_line_and_the_new_version_does_too(
    signed: QualityDefinition, cycle: Cycle, cast: Cast, kind: str
) -> None:
    line = make_node(cycle, kind, "Toezicht")
    actions.connect_definition(signed, by=cast.organiser, codes=[line.code.lower()], reason="Hoort erbij.")
    new = actions.replace_definition(signed, by=cast.organiser, reason="Beter.")
    actions.open_definition(new, by=cast.organiser)
    assert Edge.objects.filter(source=line, relation="measured_by").count() == 2


def test_other_things_are_not_measured(signed: QualityDefinition, cycle: Cycle, cast: Cast) -> None:
    story = make_node(cycle, "story", "Verhaal")
    with pytest.raises(BadInput, match="planregel"):
        actions.connect_definition(signed, by=cast.organiser, codes=[story.code], reason="Hoort erbij.")
    with pytest.raises(BadInput, match="kennen wij niet"):
        actions.connect_definition(signed, by=cast.organiser, codes=["RG-0000"], reason="Hoort erbij.")


def test_two_people_editing(draft: QualityDefinition, cast: Cast) -> None:
    actions.change_definition.run("", draft.version, draft, by=cast.initiative, title="Een", service="Plein")
    with pytest.raises(Changed):
        actions.change_definition.run("", draft.version, draft, by=cast.organiser, title="Twee", service="Plein")


def test_double_submit_is_harmless(cycle: Cycle, cast: Cast) -> None:
    words = {"by": cast.organiser, "title": "Een", "service": "Plein"}
    actions.draft_definition.run("t1", None, cycle, **words)
    with pytest.raises(AlreadyDone):
        actions.draft_definition.run("t1", None, cycle, **words)
    assert QualityDefinition.objects.count() == 1


def test_parties_that_signed_hear_what_happens(signed: QualityDefinition, cast: Cast) -> None:
    heard = [n.text for n in messages_for(cast.initiative.person or 0)]
    assert "Nog een partij tekende" in heard[0]
    actions.replace_definition(signed, by=cast.organiser, reason="Wij leerden bij.")
    heard = [n.text for n in messages_for(cast.provider.person or 0)]
    assert "Wij leerden bij." in heard[0]


def test_the_edition_holds_what_was_signed(signed: QualityDefinition, cycle: Cycle, cast: Cast) -> None:
    from samenspel.contracts.quality import QualityDefinition as Item

    actions.publish_edition(cycle, by=cast.organiser, reason="Klaar", missing="jongeren")
    (item,) = latest(Item, cycle)
    assert (item.code, item.signed_by) == (signed.code, ("Partij Carla", "Partij Ina"))
    assert item.statements[0].words == "er na vijven iemand is"


def test_the_journal_tells_what_happened(signed: QualityDefinition) -> None:
    verbs = [entry.verb.rsplit(".", 1)[-1] for entry in entries_about(signed.code)]
    assert verbs == ["draft", "add_statement", "open", "sign", "sign"]


def test_erasing_takes_the_name_and_leaves_the_signature(signed: QualityDefinition, cast: Cast) -> None:
    person = cast.accounts["initiative"].person
    assert person is not None
    assert queries.own_signatures(person.pk)[0]["name"] == "Carla"
    people.erase_person(person, by=cast.initiative)
    assert set(Signature.objects.values_list("name", "person")) == {("", None), ("Ina", cast.provider.person)}


def test_a_visitor_does_nothing(opened: QualityDefinition) -> None:
    with pytest.raises(NotAllowed):
        actions.add_statement(opened, by=Actor(), words="reclame")
