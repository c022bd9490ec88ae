"""No page says a word that was not written in all three languages, and none carries code or styles of its own."""

import ast
import re
from pathlib import Path

import pytest
from django.test import Client

from qorgau.wording import knows

SRC = Path(__file__).resolve().parents[2] / "src" / "qorgau"
TEMPLATES = sorted(SRC.rglob("templates/**/*.html"))
SOURCES = sorted(path for path in SRC.rglob("*.py") if "migrations" not in path.parts)
FORMS = ("one", "few", "many", "other")


def named(path: Path) -> str:
    return str(path.relative_to(SRC))


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_every_word_of_a_template_is_written_in_three_languages(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    said = set(re.findall(r"""\{%\s*say\s+["']([\w.]+)["']\s*[^|\w.]""", text))
    counted = set(re.findall(r"""\{%\s*say_plural\s+["']([\w.]+)["']\s""", text))
    unknown = [key for key in sorted(said) if not knows(key)]
    unknown += [key for key in sorted(counted) if not any(knows(f"{key}_{form}") for form in FORMS)]
    assert unknown == []


@pytest.mark.parametrize("source", SOURCES, ids=named)
def test_every_word_that_code_says_is_written_in_three_languages(source: Path) -> None:
    calls = [
        node for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    said = {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in {"say", "said", "_said"}
        if call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    }
    assert [key for key in sorted(said) if "." in key and not knows(key)] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_no_template_carries_code_or_styles_of_its_own(template: Path) -> None:
    html = re.sub(r"\{%.*?%\}", "", template.read_text(encoding="utf-8"))
    assert (
        re.findall(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:|hx-on|hx-vals=.js:", html)
        == []
    )
    assert re.findall(r"""(?:src|href|action)=["'](?:https?:)?//""", html) == []


@pytest.mark.usefixtures("gallery_open")
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("page", ["/", "/gallery/", "/gallery/?errors=1"])
def test_a_page_comes_whole_in_each_language(visitor: Client, page: str, language: str) -> None:
    text = visitor.get(page, headers={"Accept-Language": language}).content.decode()
    assert "{%" not in text
    assert "{{" not in text
    assert not re.search(r">\s*None\s*<|\bsite\.[a-z_]+\b(?!\.)(?=\s*<)", text)
    if language != "en":
        # Django's own sentences would be English or half Kazakh.
        assert "This field is required" not in text
        assert "Бұл жолды толтырыңыз" in text or language == "ru" or "errors" not in page
