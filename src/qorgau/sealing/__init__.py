"""Sealing: what a person writes is encrypted before it leaves their hands, to bodies that can answer for it."""
