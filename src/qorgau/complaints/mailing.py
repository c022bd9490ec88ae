"""Alerts by e-mail: what happened and a link that needs a sign-in; no name, no place, no word of a complaint."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F

from qorgau.access.models import Appointment
from qorgau.access.roles import Role
from qorgau.complaints.alerting import What
from qorgau.complaints.models import AlertRow, ComplaintRow
from qorgau.lawbook import Language
from qorgau.notices.letters import over_one_connection
from qorgau.wording import say

_log = logging.getLogger(__name__)
AT_A_TIME = 200
GIVE_UP_AFTER = 5
_ROLES = {
    What.CAME: {Role.COMPLAINTS_OFFICER},
    What.RAN_OUT: {Role.COMPLAINTS_OFFICER, Role.INVESTIGATOR},
    What.WITHDRAWAL: {Role.NPM_MEMBER},
    What.REPRISAL: {Role.NPM_MEMBER, Role.DUTY_PROSECUTOR},
}


def mail_alerts(*, now: int) -> int:
    """Send what was not sent; each is claimed first, so that two workers never send it twice. Gives how many letters."""
    waiting = AlertRow.objects.filter(mailed_at__isnull=True, failures__lt=GIVE_UP_AFTER)
    if not settings.QORGAU_EMAIL or not (due := list(waiting.order_by("happened_at")[:AT_A_TIME])):
        return 0
    return over_one_connection(due, partial(_send, now=now))


def _send(alert: AlertRow, connection: Any, *, now: int) -> int:
    if not AlertRow.objects.filter(pk=alert.pk, mailed_at__isnull=True).update(mailed_at=now):
        return 0
    try:
        return connection.send_messages([_letter(alert, *each) for each in addressees(alert, now=now)]) or 0
    except OSError as error:
        _log.warning("alert %s could not be mailed: %s", alert.pk, error)
        AlertRow.objects.filter(pk=alert.pk).update(mailed_at=None, failures=F("failures") + 1)
        return 0


def addressees(alert: AlertRow, *, now: int) -> list[tuple[str, str]]:
    """(e-mail, language) of those whose office it is to act on it; never of the accused body."""
    row = ComplaintRow.objects.filter(pk=alert.complaint_id).first()
    if row is None:
        return []
    roles = _ROLES[What(alert.what)]
    current = Appointment.objects.filter(role__in=roles, since__lte=now, account__closed_at__isnull=True)
    return sorted(
        {
            each.account.email: each.account.language
            for each in current.select_related("account")
            if each.account.email and each.is_current(now) and _concerns(each, alert, row)
        }.items()
    )


def _concerns(appointment: Appointment, alert: AlertRow, row: ComplaintRow) -> bool:
    if appointment.role == Role.NPM_MEMBER:
        return True
    if row.accused_body and appointment.body == row.accused_body:
        return False
    if appointment.role == Role.DUTY_PROSECUTOR:
        return bool(row.region) and row.region in appointment.regions
    return appointment.body == alert.body_id


def _letter(alert: AlertRow, address: str, code: str) -> EmailMessage:
    language = Language(code)
    link = f"{settings.QORGAU_ADDRESS}/complaints/{alert.complaint_id}/"
    return EmailMessage(
        subject=say(f"complaints.mail_{alert.what}", language),
        body=say(
            "complaints.mail_body", language, what=say(f"complaints.mail_{alert.what}", language), link=link
        ),
        from_email=settings.QORGAU_EMAIL_FROM,
        to=[address],
        headers={"Message-ID": f"<{alert.pk}@{settings.QORGAU_INSTANCE}>"},
    )
