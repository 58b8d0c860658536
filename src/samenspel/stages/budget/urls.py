"""Addresses of money and questions, below /<place>/<cycle>/geld/."""

from django.urls import path

from samenspel.stages.budget.views import money, questions, sources

app_name = "budget"
urlpatterns = [
    path("", money.index, name="index"),
    path("subsidies/", money.grants, name="grants"),
    path("subsidies/inlezen/", sources.import_grants, name="import_grants"),
    path("hele-gemeente/", sources.city, name="city"),
    path("hele-gemeente/inlezen/", sources.import_task_fields, name="import_task_fields"),
    path("bronnen/", sources.sources, name="sources"),
    path("bronnen/nieuw/", sources.add_source, name="add_source"),
    path("inwoners/", sources.residents, name="residents"),
    path("bedragen/", money.lines, name="lines"),
    path("bedragen/nieuw/", money.record, name="record"),
    path("uitgeven/", money.publish, name="publish"),
    path("vragen/", questions.questions, name="questions"),
    path("vraag-stellen/", questions.ask, name="ask"),
    path("regel-in-de-weg/", questions.ask_rule, name="ask_rule"),
    path("vraag/<str:code>/", questions.question, name="question"),
    path("vraag/<str:code>/antwoord/", questions.answer, name="answer"),
    path("vraag/<str:code>/oordeel/", questions.judge, name="judge"),
    path("vraag/<str:code>/doorgeven/", questions.forward, name="forward"),
    path("vraag/<str:code>/aannemen/", questions.accept, name="accept"),
    path("vraag/<str:code>/niet-aannemen/", questions.decline, name="decline"),
    path("vraag/<str:code>/doorlaten/", questions.let_through, name="let_through"),
    path("vragen/nieuw/", questions.unread, name="unread"),
    path("vraag/<str:code>/afschermen/", questions.hide, name="hide"),
    path("vraag/<str:code>/tonen/", questions.show, name="show"),
    path("<str:code>/", money.budget_line, name="budget_line"),
    path("<str:code>/verbeteren/", money.correct, name="correct"),
    path("<str:code>/betaalt/", money.pay, name="pay"),
    path("<str:code>/terugnemen/", money.withdraw, name="withdraw"),
]
