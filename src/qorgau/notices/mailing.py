"""Notices by e-mail: without a name, without content; the link needs a sign-in."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F

from qorgau.custody.facts.law import law, zone
from qorgau.custody.models import CustodyRow
from qorgau.custody.web.titles import place_title
from qorgau.lawbook import Language
from qorgau.notices.letters import over_one_connection
from qorgau.notices.models import Notice
from qorgau.notices.queries import addresses
from qorgau.notices.routes import routes
from qorgau.wording import in_language, say, say_instant

_log = logging.getLogger(__name__)
AT_A_TIME = 200
GIVE_UP_AFTER = 5


def send_what_waits(*, now: int) -> int:
    """Send what no level has been mailed yet; each is claimed first, so that two workers never send it twice."""
    if not settings.QORGAU_EMAIL:
        return 0
    bases = [basis.value for basis in routes().by_mail]
    waiting = Notice.objects.filter(
        mailed_level__lt=F("level"), basis__in=bases, mail_failures__lt=GIVE_UP_AFTER
    )
    if not (due := list(waiting.order_by("happened_at")[:AT_A_TIME])):
        return 0
    return over_one_connection(due, partial(_send, now=now))


def _send(notice: Notice, connection: Any, *, now: int) -> int:
    before = notice.mailed_level
    claimed = Notice.objects.filter(pk=notice.pk, mailed_level=before)
    if not claimed.update(mailed_level=notice.level):
        return 0
    try:
        return connection.send_messages(list(_messages(notice, now=now))) or 0
    except OSError as error:
        _log.warning("notice %s could not be mailed: %s", notice.pk, error)
        Notice.objects.filter(pk=notice.pk).update(mailed_level=before, mail_failures=F("mail_failures") + 1)
        return 0


def _messages(notice: Notice, *, now: int) -> Iterable[EmailMessage]:
    for address, code in addresses(notice, now=now):
        language = Language(code)
        yield EmailMessage(
            subject=say(f"notices.mail_{notice.stage}", language),
            body=_body(notice, language),
            from_email=settings.QORGAU_EMAIL_FROM,
            to=[address],
            headers={"Message-ID": f"<{notice.pk}.{notice.level}@{settings.QORGAU_INSTANCE}>"},
        )


def _body(notice: Notice, language: Language) -> str:
    row = CustodyRow.objects.filter(pk=notice.custody_id).only("zone").first()
    place_zone = zone(row.zone if row else "")
    rule = law().book.safeguards.get(notice.safeguard)
    return say(
        "notices.mail_body",
        language,
        stage=say(f"notices.stage_{notice.stage}", language),
        rule=in_language(rule.title, language) if rule else notice.safeguard,
        place=place_title(notice.place_id, language),
        when=say_instant(notice.happened_at, place_zone, language),
        link=f"{settings.QORGAU_ADDRESS}/custody/{notice.custody_id}/",
    )
