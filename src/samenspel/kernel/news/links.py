"""Signed links in mail. They work without logging in, for one reader at one address, and for nothing else."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer, TimestampSigner
from django.urls import reverse

from samenspel.kernel.news import queries
from samenspel.kernel.news.models import Follow, Reader

DAYS = 7  # a link to confirm works this long, and what was not confirmed by then is forgotten


def site(path: str) -> str:
    """The full address of a page, for a mail."""
    if not settings.SECURE:
        return f"http://{settings.SAMENSPEL_BIND}{path}"
    return f"https://{settings.ALLOWED_HOSTS[0].lstrip('*.')}{path}"


def _news(address: str) -> Signer:
    # The address is in the key: whoever takes another address, ends the links in the old mails.
    return Signer(salt=f"samenspel.news {address}", sep=".")


def _confirm(address: str) -> TimestampSigner:
    return TimestampSigner(salt=f"samenspel.follow {address}", sep=".")


def news_path(reader: Reader, address: str, page: str = "news:by_link") -> str:
    """The page of a reader, for in their own mail."""
    return reverse(page, args=[_news(address).sign(str(reader.pk))])


def confirm_path(follow: Follow, address: str) -> str:
    """The page on which somebody says yes, for in a mail."""
    return reverse("news:confirm", args=[_confirm(address).sign(str(follow.pk))])


def reader_by(token: str) -> Reader | None:
    """Whose link this is, or nothing when it is not one of ours."""
    reader = queries.reader_by_pk(_number(token))
    try:
        return reader if reader and _news(queries.address_of(reader)).unsign(token) else None
    except BadSignature:
        return None


def follow_by(token: str) -> Follow | None:
    """What this link confirms, or nothing when it is old or not one of ours."""
    follow = queries.follow_by_pk(_number(token))
    try:
        address = queries.address_of(follow.reader) if follow else ""
        return follow if follow and _confirm(address).unsign(token, max_age=timedelta(days=DAYS)) else None
    except BadSignature:
        return None


def _number(token: str) -> int:
    first = token.partition(".")[0]
    return int(first) if first.isascii() and first.isdecimal() and len(first) < 19 else 0
