"""Forms of the profile."""

from samenspel.stages.profile.forms.room import AskForm, CompareForm, FiguresForm, OfferForm, SharedCompareForm

__all__ = ["AskForm", "CompareForm", "FiguresForm", "OfferForm", "SharedCompareForm"]
