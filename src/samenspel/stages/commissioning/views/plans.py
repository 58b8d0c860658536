"""Pages of joint plans and awards."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.lineage.queries import links_of
from samenspel.stages.commissioning import actions, forms, queries
from samenspel.stages.commissioning.views.room import parties
from samenspel.stages.commissioning.views.steps import Step, buttons, check, screen, take


def _words(request: PageRequest, plan: Any) -> dict[str, Any]:
    return {"initial": {name: getattr(plan, name) for name in ("title", "what", "cents", "quality")}}


PLAN_STEPS = {
    "partner": Step(actions.join_plan, forms.PartnerForm, feed=parties),
    "aanpassen": Step(actions.rewrite_plan, forms.RewriteForm, feed=_words),
    "voorleggen": Step(actions.ask_partners, forms.ConfirmForm),
    "gedragen": Step(actions.carry_plan, forms.ConfirmForm),
    "beginnen": Step(actions.start_plan, forms.ConfirmForm),
    "geld": Step(actions.fund_plan, forms.FundForm),
    "klaar": Step(actions.finish_plan, forms.ConfirmForm),
    "stoppen": Step(actions.stop_plan, forms.ReasonForm),
}
AWARD_STEPS = {
    "betaald": Step(actions.pay_award, forms.ConfirmForm),
    "intrekken": Step(actions.withdraw_award, forms.ReasonForm),
}


@page(Access.PUBLIC, methods=("GET",))
def joint_plan(request: PageRequest, code: str) -> HttpResponse:
    """What parties do together, and whether everybody can live with it."""
    found = queries.joint_plan(request.cycle, request.actor, code)
    partners, (before, after) = list(found.partners.all()), links_of(found.node)
    answering = [p.pk for p in partners if found.state == "asked" and actions.answer_plan.info.rule(request.actor, p)]
    facts = {
        "plan": found, "partners": partners, "ready": queries.readiness(partners), "before": before, "after": after,
        "answering": answering, "steps": buttons(request, found, PLAN_STEPS, "joint_plan"),
        "may_award": actions.give_award.info.rule(request.actor, found) and found.state in ("carried", "running"),
    }  # fmt: skip
    return render(request, "commissioning/joint_plan.html", facts)


@page(Access.ACTION)
def plan_step(request: PageRequest, code: str, step: str) -> HttpResponse:
    """Do something with a joint plan."""
    found = queries.joint_plan(request.cycle, request.actor, code)
    return take(request, found, PLAN_STEPS, step, found.get_absolute_url())


@page(Access.ACTION)
def answer(request: PageRequest, code: str, partner: int) -> HttpResponse:
    """Say whether your group can live with the plan."""
    plan = queries.joint_plan(request.cycle, request.actor, code)
    found = next((p for p in plan.partners.all() if p.pk == partner), None)
    if found is None:
        raise NotThere()
    check(request, actions.answer_plan.info, found)
    form = filled(forms.AnswerForm, request)
    if attempt(form, actions.answer_plan, found):
        return redirect(plan)
    return screen(request, form, actions.answer_plan.info.label, plan.get_absolute_url(), lead=plan.title)


@page(Access.PUBLIC, methods=("GET",))
def award(request: PageRequest, code: str) -> HttpResponse:
    """Who got money for what, and how it was booked."""
    found = queries.award_page(request.cycle, request.actor, code)
    facts = {"found": found, "award": found.award, "steps": buttons(request, found.award, AWARD_STEPS, "award")}
    return render(request, "commissioning/award.html", facts)


@page(Access.ACTION)
def award_step(request: PageRequest, code: str, step: str) -> HttpResponse:
    """Do something with an award."""
    found = queries.award(request.cycle, request.actor, code)
    return take(request, found, AWARD_STEPS, step, found.get_absolute_url())


@page(Access.ACTION)
def award_option(request: PageRequest, code: str) -> HttpResponse:
    """Give money to a plan that was chosen."""
    found = queries.option(request.cycle, request.actor, code)
    return _award(request, found, forms.AwardForm, option=found)


@page(Access.ACTION)
def award_plan(request: PageRequest, code: str) -> HttpResponse:
    """Give money to a joint plan."""
    found = queries.joint_plan(request.cycle, request.actor, code)
    return _award(request, found, forms.AwardForm, joint_plan=found)


def _award(request: PageRequest, thing: Any, form_class: Any, **origin: Any) -> HttpResponse:
    check(request, actions.give_award.info, request.cycle)
    form = filled(form_class, request, initial={"cents": thing.cents}, **parties(request, thing))
    if made := attempt(form, actions.give_award, request.cycle, **origin):
        return redirect(made)
    return screen(request, form, actions.give_award.info.label, thing.get_absolute_url(), lead=thing.title)
