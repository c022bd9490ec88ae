"""The inventory of places of detention, their cells, and the bodies that run them."""
