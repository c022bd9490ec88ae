"""Run the checks alone: `python -m qorgau.ledger receipt verify FILE --trust TRUST`."""

import click

from qorgau.ledger.commands import receipt, witness


@click.group()
def main() -> None:
    """Check receipts, or be a witness, with nothing else of Qorgau."""


main.add_command(receipt)
main.add_command(witness)

if __name__ == "__main__":
    main(prog_name="python -m qorgau.ledger")
