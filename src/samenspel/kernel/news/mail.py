"""The mails: plain text, in the reader's language, with nothing in them that people wrote about each other."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from samenspel.kernel.news.links import DAYS, confirm_path, news_path, site
from samenspel.kernel.news.models import Follow, Reader
from samenspel.kernel.news.queries import MOST_LINES, News


def language_of(reader: Reader) -> str:
    """The language somebody speaks, as far as the site speaks it."""
    wanted = reader.person.speaks if reader.person else reader.language
    return wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def news_mail(reader: Reader, address: str, news: News) -> EmailMessage:
    """What happened, each with its code and a link, and how to stop."""
    shown = {"told": news.told[-MOST_LINES:], "followed": news.followed[-MOST_LINES:]}
    many = len(news.told) + len(news.followed)
    facts = {
        **shown, "more": many - sum(map(len, shown.values())), "site": site(""),
        "rhythm": reader.get_rhythm_display() if reader.person is None else reader.person.get_notice_rhythm_display(),
        "change": site(news_path(reader, address)),
    }  # fmt: skip
    subject = ngettext("%(n)d bericht uit uw buurt", "%(n)d berichten uit uw buurt", many) % {"n": many}
    stop = site(news_path(reader, address, "news:one_click"))
    headers = {
        "List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated", "Message-ID": _same_again(reader, news),
    }  # fmt: skip
    return EmailMessage(subject, _text("news", facts), settings.DEFAULT_FROM_EMAIL, [address], headers=headers)


def confirm_mail(follow: Follow, address: str) -> EmailMessage:
    """The link with which somebody says that the address is theirs and that they want this."""
    facts = {"title": follow.title, "link": site(confirm_path(follow, address)), "days": DAYS}
    headers = {"Auto-Submitted": "auto-generated"}
    text = _text("confirm", facts)
    return EmailMessage(
        _("Klopt het dat u dit wilt volgen?"), text, settings.DEFAULT_FROM_EMAIL, [address], headers=headers
    )


def in_words_of(reader: Reader) -> override:
    """Write in the language of this reader."""
    return override(language_of(reader))


def _text(name: str, facts: dict[str, object]) -> str:
    return render_to_string(f"news/mail/{name}.txt", facts)


def _same_again(reader: Reader, news: News) -> str:
    """The same mail has the same number: sent twice after a crash, most mail programs show it once."""
    words = f"{settings.SECRET_KEY} {reader.pk} {news.notices} {sorted(news.heads.items())}"
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
    return f"<{hashlib.sha256(words.encode()).hexdigest()[:32]}@{host}>"
