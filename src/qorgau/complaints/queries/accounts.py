"""Whether two accounts may be one person: only what accounts say of themselves can be compared."""

from __future__ import annotations

from qorgau.access.models import Account
from qorgau.custody.names import folded_words


def may_be_one_person(first: str, second: str) -> bool:
    """Whether two accounts are one, or bear the same name in any spelling, or the same e-mail.

    Two accounts of one person under different names cannot be told from two persons.
    """
    if first == second:
        return True
    rows = list(Account.objects.filter(id__in=(first, second)).values_list("name", "email"))
    if len(rows) < 2:
        return False
    (name, mail), (other_name, other_mail) = rows
    same_mail = bool(mail) and mail.casefold() == other_mail.casefold()
    return same_mail or sorted(folded_words(name)) == sorted(folded_words(other_name))
