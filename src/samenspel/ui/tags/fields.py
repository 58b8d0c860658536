"""Forms: label above, help, an error that is linked, and one big button."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samenspel.ui.figures.base import Text
from samenspel.ui.forms import EuroField
from samenspel.ui.tags.components import UTRECHT_BUTTON
from samenspel.ui.tags.library import part, register

GROUPED = (forms.RadioSelect, forms.CheckboxSelectMultiple)
UTRECHT_CONTROL = (
    (forms.Textarea, "utrecht-textarea"),
    (forms.Select, "utrecht-select"),
    (forms.TextInput, "utrecht-textbox"),
)


@register.inclusion_tag("ui/parts/form.html", takes_context=True)
def render_form(
    context: Any, form: forms.Form, submit: Text = "", action: str = "", method: str = "post", cancel: str = "",
    kind: str = "",
) -> dict[str, Any]:  # fmt: skip
    """A whole form."""
    return {
        "form": form, "submit": submit or _("Ga verder"), "action": action, "method": method, "cancel": cancel,
        "kind": kind, "utrecht": UTRECHT_BUTTON.get(kind, "primary-action"),
        "csrf_token": context.get("csrf_token"),
    }  # fmt: skip


@register.simple_tag
def render_fields(form: forms.Form) -> SafeString:
    """Everything inside a form but the button."""
    return part("fields", form=form, groups=list(_groups(form)))


def _groups(form: forms.Form) -> Iterable[tuple[Text, list[BoundField]]]:
    named: set[str] = set()
    for legend, names in getattr(form, "fieldsets", ()):
        present = [name for name in names if name in form.fields]
        named.update(present)
        yield legend, [form[name] for name in present]
    rest = [bound for bound in form.visible_fields() if bound.name not in named]
    if rest:
        yield "", rest


@register.simple_tag
def error_summary(form: forms.Form) -> SafeString:
    """All errors on top, each with a link to its field."""
    general = list(form.non_field_errors())
    errors: list[tuple[str, Text, str]] = []
    for name, found in form.errors.items():
        if name not in form.fields:
            continue
        bound = form[name]
        if bound.is_hidden:
            general += [str(error) for error in found]
        else:
            errors += [(_target(bound), bound.label, str(error)) for error in found]
    return part("error_summary", general=general, errors=errors)


def _target(bound: BoundField) -> str:
    return bound.auto_id if isinstance(bound.field.widget, GROUPED) else bound.id_for_label


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """One field with its words."""
    widget = bound.field.widget
    described = [
        f"{bound.auto_id}-{kind}" for kind, there in (("help", bound.help_text), ("error", bound.errors)) if there
    ]
    grouped, single = isinstance(widget, GROUPED), isinstance(widget, forms.CheckboxInput)
    attrs: dict[str, str | bool] = {
        **({"aria-describedby": " ".join(described)} if described else {}),
        **_control_attrs(bound),
    }
    context = {
        "bound": bound, "grouped": grouped, "single": single, "help": bound.help_text, "errors": list(bound.errors),
        "described": " ".join(described), "optional": not bound.field.required and not single,
        "euro": isinstance(bound.field, EuroField),
    }  # fmt: skip
    if grouped:
        return part("field", choices=list(bound.subwidgets), **context)
    return part("field", control=bound.as_widget(attrs=attrs), **context)


def _control_attrs(bound: BoundField) -> dict[str, str | bool]:
    attrs: dict[str, str | bool] = {"aria-invalid": "true"} if bound.errors else {}
    look = next((name for kind, name in UTRECHT_CONTROL if isinstance(bound.field.widget, kind)), "")
    if look:
        attrs["class"] = f"{bound.field.widget.attrs.get('class', '')} {look}".strip()
    if bound.field.required and not isinstance(bound.field.widget, forms.CheckboxInput):
        attrs["aria-required"] = "true"
    return attrs
