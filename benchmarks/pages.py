"""What pages cost: SQL statements, CPU against a bare Django view, bytes on the wire.

Run on the demo database: SAMENSPEL_DEMO=1 python -m benchmarks.pages
CPU is in-process (no socket), so ratios are to an in-process bare view measured in the same run.
"""

import gzip
import time
from collections.abc import Callable
from typing import Any

import django

PAGES = (
    ("home", "/indische-buurt/"),
    ("profile", "/indische-buurt/2026/profiel/"),
    ("consultation", "/indische-buurt/2026/ophalen/"),
    ("agenda", "/indische-buurt/2020/agenda/"),
    ("proposals", "/indische-buurt/2020/voorstellen/"),
    ("plan", "/indische-buurt/2020/plan/"),
    ("budget", "/indische-buurt/2020/geld/"),
    ("quality", "/indische-buurt/2020/kwaliteit/"),
    ("assessment", "/indische-buurt/2020/beter-of-anders/"),
    ("commissioning", "/indische-buurt/2020/buurtbesteden/"),
    ("pact", "/indische-buurt/2020/pact/"),
    ("monitoring", "/indische-buurt/2020/opbrengst/"),
    ("journal", "/indische-buurt/logboek/"),
)


def cpu_ms(call: Callable[[], object], times: int) -> float:
    """CPU milliseconds per call, after two warm-up calls."""
    call(), call()
    start = time.process_time()
    for _i in range(times):
        call()
    return (time.process_time() - start) * 1000 / times


def main() -> None:
    """Print the table."""
    django.setup()
    from django.db import connection
    from django.http import HttpRequest, HttpResponse
    from django.test import Client, RequestFactory

    factory, client = RequestFactory(), Client(headers={"host": "127.0.0.1"})

    def hello(request: HttpRequest) -> HttpResponse:
        return HttpResponse("hello")

    unit = cpu_ms(lambda: hello(factory.get("/")), 2000)
    bare = cpu_ms(lambda: client.get("/healthz"), 200)
    print(f"hello {unit:.4f} ms in-process; healthz through all middleware {bare:.2f} ms")
    print(f"{'page':<14}{'status':>7}{'SQL':>5}{'CPU ms':>9}{'x healthz':>10}{'kB':>8}{'kB gz':>8}")
    for name, path in PAGES:
        seen: list[str] = []

        def count(execute: Any, sql: str, *rest: Any, seen: list[str] = seen) -> Any:
            seen.append(sql)
            return execute(sql, *rest)

        with connection.execute_wrapper(count):
            answer = client.get(path)
        ms = cpu_ms(lambda path=path: client.get(path), 20)  # type: ignore[misc]
        body = answer.content
        size, packed = len(body) / 1000, len(gzip.compress(body, 6)) / 1000
        print(f"{name:<14}{answer.status_code:>7}{len(seen):>5}{ms:>9.1f}{ms / bare:>10.1f}{size:>8.1f}{packed:>8.1f}")


if __name__ == "__main__":
    main()
