"""The kernel is one Django app."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class KernelConfig(AppConfig):
    """Loads the registries (actions, exports, notices) of every kernel package."""

    name = "samenspel.kernel"
    label = "kernel"
    verbose_name = pgettext_lazy("app", "Fundament")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Fill the registries; importing is the registration, nothing is looked up by name."""
        from samenspel.kernel.access import actions as access_actions  # noqa: F401
        from samenspel.kernel.access import own as access_own  # noqa: F401
        from samenspel.kernel.access.identity import must_be_known
        from samenspel.kernel.access.interests import FOLLOWERS
        from samenspel.kernel.action.machine import CHECKS
        from samenspel.kernel.cycle import actions as cycle_actions  # noqa: F401
        from samenspel.kernel.exports import tables  # noqa: F401
        from samenspel.kernel.handover import actions as handover_actions  # noqa: F401
        from samenspel.kernel.handover import exports as handover_exports  # noqa: F401
        from samenspel.kernel.house import actions as house_actions  # noqa: F401
        from samenspel.kernel.lineage import own as lineage_own  # noqa: F401
        from samenspel.kernel.lineage.interest import carrying_interest
        from samenspel.kernel.money import actions as money_actions  # noqa: F401
        from samenspel.kernel.money import own as money_own  # noqa: F401
        from samenspel.kernel.news import own as news_own  # noqa: F401
        from samenspel.kernel.news import tasks as news_tasks  # noqa: F401
        from samenspel.kernel.people import actions as people_actions  # noqa: F401
        from samenspel.kernel.places import actions as places_actions  # noqa: F401
        from samenspel.kernel.texts import actions as texts_actions  # noqa: F401
        from samenspel.kernel.texts import own as texts_own  # noqa: F401

        if must_be_known not in CHECKS:
            CHECKS.append(must_be_known)
        if carrying_interest not in FOLLOWERS:
            FOLLOWERS.append(carrying_interest)
