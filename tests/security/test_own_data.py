"""Everything that points at a person is in that person's own export, or on a short list that says why not."""

import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from samenspel.kernel.people.models import Account, Person
from samenspel.kernel.people.queries import own_data
from samenspel.kernel.tests.cast import Cast
from tests.architecture.house import nothing

# Tables that point at a person and are left out, each with the reason.
LEFT_OUT = {
    "account_emailconfirmation": "A code that was sent to an address; the address itself is in the export.",
    "socialaccount_socialtoken": "A secret key of another site; it is never shown to anybody.",
    "kernel_entrytext": "Read along with the acts of the journal themselves, in one go.",
}


def points_at_a_person(model: type[models.Model]) -> bool:
    """By a key, or by a number in a column that is called so."""
    fields = model._meta.local_fields
    keys = any(f.related_model in (Person, Account) for f in fields if f.remote_field)
    return model is Person or keys or any(f.name == "person" for f in fields)


@pytest.mark.django_db
def test_everything_that_points_at_a_person_is_in_their_own_export(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as asked:
        own_data(cast.resident.person or 0)
    read = " ".join(query["sql"] for query in asked.captured_queries)
    theirs = [m._meta.db_table for m in apps.get_models() if points_at_a_person(m)]
    assert len(theirs) > 20
    nothing([table for table in theirs if f'FROM "{table}"' not in read and table not in LEFT_OUT])


def test_what_is_left_out_exists_and_has_a_reason() -> None:
    tables = {m._meta.db_table for m in apps.get_models()}
    nothing([table for table, reason in LEFT_OUT.items() if table not in tables or len(reason.split()) < 6])
