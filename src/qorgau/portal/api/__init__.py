"""The API as a whole: /api/v1/ from the slices' routers, its door of tokens, its errors, its description.

assembly   the NinjaAPI with the slices' routers
token_door who asks, by a token and never by a cookie; how often
problems   every refusal as RFC 9457 problem+json
refusals   which exception is which problem
declared   the OpenAPI 3.1 description, with every error declared
docs       the page /api/ and /api/v1/openapi.json
"""
