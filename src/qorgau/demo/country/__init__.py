"""The synthetic country: its places of detention, their cells and the bodies that run them."""

from qorgau.demo.country.planning import Country, plan_country
from qorgau.demo.country.plans import CellPlan, PlacePlan, UnitPlan

__all__ = ["CellPlan", "Country", "PlacePlan", "UnitPlan", "plan_country"]
