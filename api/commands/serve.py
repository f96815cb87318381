"""`perwal serve`: API and pages, on loopback unless told otherwise."""

from __future__ import annotations

from typing import Annotated

import typer
import uvicorn

from api.commands.options import Lang, Root, library_at, sound
from api.service.app import create_app
from engine.language.library import shipped


def serve(
    host: Annotated[str, typer.Option(help="Alamat. Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port.", min=0, max=65535)] = 8000,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Serve API and pages. Layani API dan halaman."""
    sound(library_at(root), language)
    uvicorn.run(create_app(root or shipped()), host=host, port=port, access_log=False, server_header=False)
