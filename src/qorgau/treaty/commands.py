"""The command `treaty`: read and link files without an instance; list, follow and report on one, as an account."""

from __future__ import annotations

import click

from qorgau.treaty.console import desk_commands, file_commands, work_commands


@click.group()
def treaty() -> None:
    """Read what committees, States and organisations write, follow it up, and write back."""


treaty.add_command(file_commands.read)
treaty.add_command(desk_commands.list_)
treaty.add_command(desk_commands.due)
treaty.add_command(desk_commands.show_)
treaty.add_command(file_commands.link)
treaty.add_command(desk_commands.take)
treaty.add_command(desk_commands.catalogue)
treaty.add_command(desk_commands.accept)
treaty.add_command(work_commands.correct)
treaty.add_command(work_commands.assign)
treaty.add_command(work_commands.plan)
treaty.add_command(work_commands.state)
treaty.add_command(work_commands.import_)
treaty.add_command(desk_commands.report)
treaty.add_command(desk_commands.export)
