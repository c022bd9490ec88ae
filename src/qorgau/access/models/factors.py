"""Second factors of an account, and the devices it is known from."""

from django.db import models

from qorgau.access.models.accounts import Account

_ID = 128


class AppCode(models.Model):
    """The secret shared with an app that shows a new code every 30 seconds.

    .. pii: a secret, encrypted under a key that is not in the database; goes when the factor is reset.
    """

    account = models.OneToOneField(Account, primary_key=True, on_delete=models.CASCADE)
    box = models.TextField()
    # The step of the last code taken: neither it nor an earlier one is taken again.
    last_step = models.BigIntegerField()
    added_at = models.BigIntegerField()

    class Meta:
        """One for each account."""

        db_table = "access_app_code"

    def __str__(self) -> str:
        """Whose."""
        return f"app of {self.account_id}"


class Passkey(models.Model):
    """A public key whose private half never leaves the person's device.

    .. pii: a name the person gave their device; goes when the factor is reset or removed.
    """

    id = models.CharField(primary_key=True, max_length=_ID)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="passkeys")
    # SHA-256 of the credential's id, in hex: an id may be 1023 bytes long.
    credential_hash = models.CharField(max_length=64, unique=True)
    credential = models.BinaryField(max_length=1023)
    public_key = models.BinaryField()
    uses = models.BigIntegerField()
    title = models.CharField(max_length=80)
    added_at = models.BigIntegerField()
    used_at = models.BigIntegerField(null=True)

    class Meta:
        """A credential belongs to one account."""

        db_table = "access_passkey"

    def __str__(self) -> str:
        """Whose."""
        return f"passkey of {self.account_id}"


class RecoveryCode(models.Model):
    """One of the codes on paper that stand in, once each, for a lost second factor.

    .. pii: the digest of a random code; goes when new ones are made.
    """

    digest = models.CharField(primary_key=True, max_length=64)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="recovery_codes")
    used_at = models.BigIntegerField(null=True)

    class Meta:
        """Unguessable, so a plain digest is enough."""

        db_table = "access_recovery_code"

    def __str__(self) -> str:
        """Whose."""
        return f"recovery code of {self.account_id}"


class KnownDevice(models.Model):
    """A browser from which this account has signed in before.

    .. pii: that the account used one browser; goes after 90 days without use, or with a reset.
    """

    id = models.BigAutoField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="devices")
    device = models.CharField(max_length=64)
    used_at = models.BigIntegerField()

    class Meta:
        """One row for each account and browser."""

        db_table = "access_known_device"
        constraints = (
            models.UniqueConstraint(name="device_known_once_for_each_account", fields=("account", "device")),
        )

    def __str__(self) -> str:
        """Whose."""
        return f"device of {self.account_id}"


class Tries(models.Model):
    """Wrong tries under one key: an account from one device, or from one address, or from anywhere new.

    .. pii: none; the key is a digest under a secret of this instance. Goes after a day without tries.
    """

    key = models.CharField(primary_key=True, max_length=64)
    failures = models.IntegerField()
    last_at = models.BigIntegerField()

    class Meta:
        """Counted before the password is looked at, so that many at once gain nothing."""

        db_table = "access_tries"

    def __str__(self) -> str:
        """How many."""
        return f"{self.failures} tries"
