"""Fills a second neighbourhood with words that may not leak: python -m tests.copies.neighbour"""

from dataclasses import replace

# Whatever holds one of these is of the second neighbourhood only.
WORDS = ("Zwaluwhoek", "zwaluwhoek", "Kwikstaart", "kwikstaart", "Roodborst", "roodborst")


def main() -> None:
    """Its round, people, groups, roles, money and words; and two people who are active in both."""
    import django

    django.setup()
    from samenspel.config.commands import OPERATOR, operator_at
    from samenspel.contracts.actor import Actor, Role
    from samenspel.instruments.stories.actions import tell_story
    from samenspel.kernel.access.actions import declare_conflict, give_mandate
    from samenspel.kernel.cycle.actions import add_body, open_cycle
    from samenspel.kernel.cycle.queries import current_cycle
    from samenspel.kernel.money.actions import open_account
    from samenspel.kernel.people.actions import found_party, join_party, register_account
    from samenspel.kernel.people.models import Account, Person
    from samenspel.kernel.places.actions import add_place
    from samenspel.kernel.places.queries import place_by_slug

    place = add_place(None, by=OPERATOR, slug="zwaluwhoek", name="Zwaluwhoek", desk_name="Balie Kwikstaart")
    keeper, first = operator_at(place), place_by_slug("indische-buurt")
    assert first is not None
    demo = current_cycle(first)
    assert demo is not None
    add_body(place, by=keeper, name="Raad van Zwaluwhoek", kind="board", decides="Alles van Kwikstaart.")
    cycle = open_cycle(place, by=keeper, slug="2026-zwaluw", title="Ronde Kwikstaart", opens_on=demo.opens_on)
    account = register_account(Account(email="kwikstaart@example.org"), by=keeper, name="Willem", place=place)
    neighbour = account.person
    assert neighbour is not None
    group = found_party(place, by=keeper, name="Groep Roodborst", why="Kwikstaart helpen.", speaker=neighbour)
    give_mandate(place, by=keeper, person=neighbour, role=Role.EDITOR, given_by="Kwikstaart zelf")
    open_account(place, by=keeper, name="Rekening van Roodborst", kind="party", party=group)
    tell_story(cycle, by=keeper, words="Kwikstaart woont hier.", theme="samen leven", name="Roodborst", may_show=True)
    tell_story(demo, by=Actor(person=neighbour.pk), words="Ik kom hier graag op de markt.", may_show=True)
    both = Person.objects.filter(place=first, account__isnull=False).order_by("pk")[0]
    join_party(group, by=Actor(person=both.pk))
    give_mandate(place, by=keeper, person=both, role=Role.BROKER, given_by="Raad van Zwaluwhoek")
    declare_conflict(place, by=replace(keeper, person=both.pk), node_code="XX-0000", what="Roodborst is familie.")


if __name__ == "__main__":
    main()
