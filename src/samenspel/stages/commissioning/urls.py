"""Addresses of the room, below /<place>/<cycle>/buurtbesteden/."""

from django.urls import path

from samenspel.stages.commissioning.views import desk, keys, letters, plans, results, room, voting

app_name = "commissioning"
urlpatterns = [
    path("", room.index, name="index"),
    path("uitgeven/", room.publish, name="publish"),
    path("nieuw/plan/", room.new_plan, name="new_plan"),
    path("nieuw/ronde/", room.new_call, name="new_call"),
    path("nieuw/stemming/", room.import_vote, name="import_vote"),
    path("plan/<str:code>/", plans.joint_plan, name="joint_plan"),
    path("plan/<str:code>/doe/<slug:step>/", plans.plan_step, name="plan_step"),
    path("plan/<str:code>/antwoord/<int:partner>/", plans.answer, name="answer"),
    path("plan/<str:code>/toekennen/", plans.award_plan, name="award_plan"),
    path("ronde/<str:code>/", room.call, name="call"),
    path("ronde/<str:code>/doe/<slug:step>/", room.call_step, name="call_step"),
    path("ronde/<str:code>/stem/", voting.vote, name="vote"),
    path("ronde/<str:code>/stem/kies/", voting.choose, name="choose"),
    path("ronde/<str:code>/stem/bon/", voting.cast, name="cast"),
    path("ronde/<str:code>/codes/", desk.codes, name="codes"),
    path("ronde/<str:code>/codes/nieuw/", desk.reissue, name="reissue"),
    path("ronde/<str:code>/codes/blokkeren/", desk.block, name="block"),
    path("ronde/<str:code>/codes/brieven/", letters.letters, name="letters"),
    path("ronde/<str:code>/poster/", letters.poster, name="poster"),
    path("ronde/<str:code>/poster.pdf", letters.poster, {"kind": "pdf"}, name="poster_pdf"),
    path("ronde/<str:code>/papier/", desk.paper, name="paper"),
    path("ronde/<str:code>/papier/stapel/", desk.stack, name="stack"),
    path("ronde/<str:code>/sleutel/", keys.part, name="key"),
    path("ronde/<str:code>/sleutel/bewaard/", keys.taken, name="key_taken"),
    path("ronde/<str:code>/sleutel/inleveren/", keys.hand_in, name="key_hand_in"),
    path("ronde/<str:code>/uitslag/", results.result, name="result"),
    path("ronde/<str:code>/uitslag.csv", results.result_csv, name="result_csv"),
    path("ronde/<str:code>/uitslag.json", results.result_json, name="result_json"),
    path("ronde/<str:code>/stemmen.pb", results.result_pb, name="result_pb"),
    path("ronde/<str:code>/bonnetjes/", results.receipts, name="receipts"),
    path("keuze/<str:code>/", room.option, name="option"),
    path("keuze/<str:code>/wat-kan-wel/", room.suggest, name="suggest"),
    path("keuze/<str:code>/voorstel/", room.origin, name="origin"),
    path("keuze/<str:code>/toekennen/", plans.award_option, name="award_option"),
    path("toekenning/<str:code>/", plans.award, name="award"),
    path("toekenning/<str:code>/doe/<slug:step>/", plans.award_step, name="award_step"),
]
