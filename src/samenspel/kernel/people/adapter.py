"""The login library speaks to the house through this: every account event is an action."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import setup_user_email
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.forms import BaseForm
from django.http import HttpRequest

from samenspel.contracts.actor import Actor, Identity
from samenspel.kernel.people.actions import register_account
from samenspel.kernel.people.models import Account


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing up makes a person and an entry in the journal."""

    def save_user(self, request: HttpRequest, user: Account, form: BaseForm, commit: bool = True) -> Account:
        """Register through the action instead of saving directly."""
        user.email = form.cleaned_data["email"]
        return register_account(user, by=Actor(), by_library=True) if commit else user

    def format_email_subject(self, subject: str) -> str:
        """No site name in brackets before the subject: short subjects are read."""
        return str(subject)


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Coming in through the identity provider also goes through the action. Only the address is kept."""

    def save_user(self, request: HttpRequest, sociallogin: Any, form: BaseForm | None = None) -> Account:
        """Register, then keep the library's rows; its own `save` would write the account again."""
        user: Account = sociallogin.user
        if form is not None:
            user.email = form.cleaned_data["email"]
        user = register_account(user, by=Actor(identity=Identity.EID), by_library=True)
        sociallogin.user = sociallogin.account.user = user
        sociallogin.account.save()
        setup_user_email(request, user, sociallogin.email_addresses)
        return user
