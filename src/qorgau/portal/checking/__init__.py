"""What `qorgau check` found, and the ways to show it: table, JSON, rows in a file, a page with charts."""
