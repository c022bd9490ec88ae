"""The doors: pages, API and CLI. They assemble what the rooms below say and decide nothing."""
