"""What the desk puts on paper: the custody record, the card of rights, the blank form and the list of a shift."""
