"""Counting: statements of a page, and everything a browser fetches for it."""

import re
from typing import Any

from django.db import connection
from django.test import Client

from benchmarks.serving import Server

PARTS = re.compile(r'<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"#]+)"')
ACCEPT = {"Accept-Encoding": "br, gzip"}


def logged_in() -> str:
    """The cookie of somebody with most to do: the neighbourhood broker of the demo."""
    from samenspel.kernel.access.queries import cast_list

    client = Client()
    member = max(cast_list(), key=lambda one: one.account.person_id == _busiest())
    client.force_login(member.account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return f"sessionid={client.cookies['sessionid'].value}"


def _busiest() -> int:
    """The person with most roles."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT person_id FROM kernel_mandate GROUP BY person_id ORDER BY COUNT(*) DESC, 1 LIMIT 1")
        return int(cursor.fetchone()[0])


def count_sql(path: str) -> int:
    """Statements of a visitor's page that was not kept."""
    seen: list[str] = []

    def look(execute: Any, sql: str, *rest: Any) -> Any:
        seen.append(sql)
        return execute(sql, *rest)

    client = Client(headers={"host": "127.0.0.1"})
    with connection.execute_wrapper(look):
        client.get(path)
    return len(seen)


def everything(server: Server, path: str) -> tuple[dict[str, int], int]:
    """Bytes on the wire of a page and all its parts by address, and how many parts are somewhere else."""
    html = server.ask(path).body.decode()
    parts = [part for part in dict.fromkeys(PARTS.findall(html)) if not part.startswith("data:")]
    strangers = sum(part.startswith(("http:", "https:", "//")) for part in parts)
    own = [path, *(part for part in parts if part.startswith("/") and not part.startswith("//"))]
    return {part: len(server.ask(part, **ACCEPT).body) for part in own}, strangers
