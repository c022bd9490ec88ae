"""Argon2 with little work, so that tests of many tries take seconds; it counts how often it was asked."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    time_cost = 1
    memory_cost = 64
    parallelism = 1
    looked_at: list[str] = []  # noqa: RUF012 - one list for all, on purpose

    def verify(self, password: str, encoded: str) -> bool:
        self.looked_at.append(encoded)
        return super().verify(password, encoded)
