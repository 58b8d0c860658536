"""What servers do wrong, by a real server on this machine: each ends in time, with a sentence that says what to do."""

import gzip
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from samenspel_sources import SourceError
from samenspel_sources.transport import Cache, Live, Manners, Recorded, Recording, pages, read_json

Handle = Callable[[BaseHTTPRequestHandler, int], None]
SHORT = Manners(deadline=3, connect=1, read=1, pauses=(0.01, 0.02), pace=0, most_bytes=10_000)


class Server:
    """Counts questions and answers them with a function."""

    def __init__(self) -> None:
        self.handle: Handle = lambda request, number: reply(request, b"{}")
        self.asked: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append((self.path, dict(self.headers)))
                try:
                    outer.handle(self, len(outer.asked))
                except OSError:
                    return  # the client went away: that is what we test

            def log_message(self, *args: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("no_proxy", "*")


def reply(request: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    request.send_response(status)
    for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
        request.send_header(name.replace("_", "-"), value)
    request.end_headers()
    request.wfile.write(body)


def refused(live: Live, url: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        live(url, {})
    live.close()
    assert all(len(caught.value.sentence(language)) > 40 for language in ("nl", "en"))
    return caught.value


def hang(request: BaseHTTPRequestHandler, number: int) -> None:
    time.sleep(5)


def drip_body(request: BaseHTTPRequestHandler, number: int) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "9000")
    request.end_headers()
    for _ in range(100):
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.05)


def drip_headers(request: BaseHTTPRequestHandler, number: int) -> None:
    for byte in b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Slow: " + b"x" * 100:
        request.wfile.write(bytes([byte]))
        request.wfile.flush()
        time.sleep(0.05)


@pytest.mark.parametrize("handle", [hang, drip_body, drip_headers])
def test_a_server_that_hangs_or_drips_ends_within_the_deadline(server: Server, handle: Handle) -> None:
    server.handle = handle
    start = time.monotonic()
    error = refused(Live(Manners(deadline=0.6, connect=0.3, read=0.5, pauses=(0.01,), pace=0)), server.url)
    assert error.code in ("deadline", "no_answer")
    assert time.monotonic() - start < 3


def slow_names(*args: object, **kwargs: object) -> list[object]:
    time.sleep(1)
    return []


def test_a_name_server_that_hangs_ends_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", slow_names)
    error = refused(Live(Manners(deadline=0.2, pace=0)), "http://buurt.example.nl")
    assert error.code == "deadline"


def test_a_server_that_has_it_too_busy_is_asked_again(server: Server) -> None:
    server.handle = lambda request, number: reply(request, b'{"n": 1}', 503 if number < 3 else 200)
    assert read_json(Live(SHORT)(server.url, {})) == {"n": 1}
    assert len(server.asked) == 3


def test_the_pauses_are_always_the_same_and_retry_after_is_honoured(server: Server) -> None:
    slept: list[float] = []
    server.handle = lambda request, number: reply(request, b"{}", 429, **({"Retry-After": "2"} if number == 2 else {}))
    error = refused(Live(SHORT, sleep=slept.append), server.url)
    assert (error.code, slept) == ("busy", [0.01, 2.0])


def test_retry_after_may_be_a_date(server: Server) -> None:
    slept: list[float] = []
    when = formatdate(time.time() + 2.9, usegmt=True)
    server.handle = lambda request, number: reply(request, b"{}", 429 if number == 1 else 200, Retry_After=when)
    Live(SHORT, sleep=slept.append)(server.url, {})
    assert len(slept) == 1 and 0.5 < slept[0] < 3


def test_a_pause_longer_than_the_deadline_is_not_waited_for(server: Server) -> None:
    server.handle = lambda request, number: reply(request, b"{}", 503, Retry_After="600")
    slept: list[float] = []
    assert refused(Live(SHORT, sleep=slept.append), server.url).code == "busy"
    assert slept == []


def half_body(request: BaseHTTPRequestHandler, number: int) -> None:
    reply(request, b'{"value": [', Content_Length="500")
    request.close_connection = True


def bomb(request: BaseHTTPRequestHandler, number: int) -> None:
    reply(request, gzip.compress(b"0" * 1_000_000), Content_Encoding="gzip")


def to_elsewhere(request: BaseHTTPRequestHandler, number: int) -> None:
    reply(request, b"", 302, Location="http://elders.example.com/x")


def in_a_ring(request: BaseHTTPRequestHandler, number: int) -> None:
    reply(request, b"", 302, Location="/x")


@pytest.mark.parametrize(
    ("handle", "code", "times"),
    [
        (half_body, "broken_off", 3),
        (bomb, "too_large", 1),
        (lambda request, number: reply(request, b"x" * 20_000), "too_large", 1),
        (to_elsewhere, "elsewhere", 1),
        (in_a_ring, "round", 4),
    ],
)
def test_answers_that_are_no_use_are_refused(server: Server, handle: Handle, code: str, times: int) -> None:
    server.handle = handle
    assert refused(Live(SHORT), server.url).code == code
    assert len(server.asked) == times


def test_a_move_within_the_site_is_followed(server: Server) -> None:
    server.handle = lambda request, number: reply(request, b"{}", 301 if number == 1 else 200, Location="/new")
    answer = Live(SHORT)(server.url + "/old", {})
    assert (answer.status, answer.url, server.asked[1][0]) == (200, server.url + "/old", "/new")


def test_nobody_listens_and_nobody_knows_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert refused(Live(SHORT), f"http://127.0.0.1:{free.getsockname()[1]}").code == "unreachable"
    for number, code in ((socket.EAI_NONAME, "no_such_host"), (socket.EAI_AGAIN, "unreachable")):
        monkeypatch.setattr(socket, "getaddrinfo", unknown(number))
        assert refused(Live(SHORT), "http://buurt.example.nl").code == code


def unknown(number: int) -> Callable[..., object]:
    def getaddrinfo(*args: object, **kwargs: object) -> object:
        raise socket.gaierror(number, "no name")

    return getaddrinfo


@pytest.mark.parametrize("url", ["file:///etc/passwd", "http://[::1", "https://", "x"])
def test_an_address_that_is_none(url: str) -> None:
    assert refused(Live(SHORT), url).code == "bad_address"


BODIES = {
    "html": (200, b"<!DOCTYPE html><html><body>Onderhoud</body></html>"),
    "xml": (200, b'<?xml version="1.0"?><ExceptionReport>Unknown layer</ExceptionReport>'),
    "cut_off": (200, b'{"value": [{"ID": 1, "Aantal'),
    "not_json": (200, b"{geen json}"),
    "other_form": (200, b"[1, 2]"),
    "gone": (404, b"{}"),
    "not_allowed": (401, b"{}"),
    "status": (500, b"{}"),
    "too_many": (500, b"The query returns more than 10000 records. Change filter, select, top"),
}


@pytest.mark.parametrize("code", BODIES)
def test_what_is_no_json_is_named(server: Server, code: str) -> None:
    status, body = BODIES[code]
    server.handle = lambda request, number: reply(request, body, status)
    with pytest.raises(SourceError) as caught:
        read_json(Live(SHORT)(server.url, {}))
    assert caught.value.code == code
    assert "127.0.0.1" in caught.value.sentence("nl")
    assert caught.value.params.get("said", "Unknown layer") in ("Unknown layer", "Onderhoud")


def next_of(document: dict[str, object]) -> object:
    return document.get("next")


def test_a_list_that_breaks_off_is_refused_whole(server: Server) -> None:
    server.handle = lambda request, number: reply(request, b'{"next": "/2"}', 404 if request.path == "/2" else 200)
    with pytest.raises(SourceError, match="half"):
        list(pages(Live(SHORT), server.url, {}, next_of))
    assert len(list(pages(Live(SHORT), server.url, {}, next_of, end_by_404=True))) == 1


@pytest.mark.parametrize(
    ("link", "code"), [("/", "round"), ("https://elders.example.com/", "elsewhere"), ("http://[", "elsewhere")]
)
def test_links_that_lead_astray_are_not_followed(server: Server, link: str, code: str) -> None:
    server.handle = lambda request, number: reply(request, f'{{"next": "{link}"}}'.encode())
    with pytest.raises(SourceError, match=code):
        list(pages(Live(SHORT), server.url + "/", {}, next_of))


def test_spaces_in_a_filter_arrive_and_a_key_goes_in_a_header(server: Server) -> None:
    live = Live(Manners(pace=0, keys={"127.0.0.1": ("X-Api-Key", "geheim")}))
    live(server.url + "/T", {"$filter": "Wijken eq 'GM0363    '", "$format": "json"})
    path, headers = server.asked[0]
    assert path == "/T?$filter=Wijken%20eq%20'GM0363%20%20%20%20'&$format=json"
    assert headers["X-Api-Key"] == "geheim" and headers["User-Agent"].startswith("samenspel-sources/")


def test_a_host_is_asked_at_a_gentle_pace(server: Server) -> None:
    slept: list[float] = []
    live = Live(Manners(pace=5), sleep=slept.append)
    for _ in range(3):
        live(server.url, {})
    assert [round(pause) for pause in slept] == [5, 10]


def test_an_answer_is_kept_for_a_while_with_its_time(server: Server, tmp_path: Path) -> None:
    server.handle = lambda request, number: reply(request, b'{"n": %d}' % number)
    live = Live(SHORT, cache=Cache(tmp_path / "kept", age=100))
    first, second = live(server.url, {"a": "1", "b": "2"}), live(server.url, {"b": "2", "a": "1"})
    assert (first.body, first.read_at) == (second.body, second.read_at)
    assert Live(SHORT, cache=Cache(tmp_path / "kept", age=-1))(server.url, {"a": "1", "b": "2"}).body == b'{"n": 2}'


def test_errors_and_addresses_are_not_kept(server: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    live = Live(SHORT, cache=Cache(tmp_path))
    server.handle = lambda request, number: reply(request, b"<html>")
    live(server.url, {})
    server.handle = lambda request, number: reply(request, b"{}", 404)
    answer = live(server.url + "/locatieserver/free", {"q": "Kalverstraat 1"})
    assert list(tmp_path.iterdir()) == []
    assert "Kalverstraat" not in caplog.text
    with pytest.raises(SourceError) as caught:
        read_json(answer)
    assert "Kalverstraat" not in f"{caught.value} {caught.value.sentence()}"


def test_what_is_recorded_is_answered_without_a_network(server: Server, tmp_path: Path) -> None:
    server.handle = lambda request, number: reply(request, b'{"n": 1}')
    recording = Recording(Live(SHORT), tmp_path / "set")
    told = recording(server.url + "/a", {"x": "1", "y": "é"})
    recording(server.url + "/locatieserver/free", {"q": "Kalverstraat 1"})
    recorded = Recorded(tmp_path / "set")
    assert recorded(server.url + "/a", {"x": "1", "y": "é"}) == told
    assert recorded(server.url + "/a", {"y": "é", "x": "1"}).body == told.body
    assert len(list((tmp_path / "set").iterdir())) == 2
    with pytest.raises(SourceError, match="not_recorded"):
        recorded(server.url + "/a", {"x": "2"})


def test_a_recording_that_is_damaged_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="bad_recording"):
        Recorded(tmp_path)("https://x.nl", {})
    (tmp_path / "index.json").write_text('{"answers": [{"address": "https://x.nl", "file": "../secret"}]}')
    with pytest.raises(SourceError, match="bad_recording"):
        Recorded(tmp_path)("https://x.nl", {})
