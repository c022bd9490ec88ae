"""The web frame every page stands in: base page, components, form markup, language, headers, error pages."""
