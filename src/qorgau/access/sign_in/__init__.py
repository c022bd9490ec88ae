"""How somebody gets in: password, second factor, role; and how a session ends."""
