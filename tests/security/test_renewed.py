"""A table that changes under a running site: readers notice nothing, writers are asked to send it again."""

from itertools import count

import pytest
from django.db import connection
from django.test import Client

from samenspel.kernel.cycle.models import Cycle

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite prepares anew by itself"),
]


WIDTH = count(700)


@pytest.fixture
def widened(cycle: Cycle, client: Client) -> str:
    """A page that was asked often enough to be prepared; then a column of it changes."""
    url = f"/{cycle.place.slug}/{cycle.slug}/geld/"
    for _time in range(6):
        assert client.get(url, {"x": str(_time)}).status_code == 200
    # Over a line of its own, as another program does it: ours would know.
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute(f"ALTER TABLE kernel_place ALTER COLUMN name TYPE varchar({next(WIDTH)})")
    other.close()
    return url


def test_a_reader_gets_the_page(widened: str, client: Client) -> None:
    answer = client.get(widened, {"x": "na"}, follow=True)
    assert answer.status_code == 200 and len(answer.redirect_chain) == 1


def test_a_writer_is_asked_to_send_it_again(widened: str, client: Client) -> None:
    answer = client.post(f"{widened}vraag-stellen/", {"x": "na"})
    assert answer.status_code == 503 and "net vernieuwd" in answer.content.decode()
    assert client.get(widened).status_code == 200
