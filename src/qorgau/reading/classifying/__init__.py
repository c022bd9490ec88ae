"""Sorts recommendations by subject, people, goal, measure, body and strength, and says which words gave each answer."""

from qorgau.reading.classifying.answers import Classified, Sorted, Where, Why
from qorgau.reading.classifying.classify import classify, classify_recommendation

__all__ = ["Classified", "Sorted", "Where", "Why", "classify", "classify_recommendation"]
